-- One month whose revenue the company stated, itself or as a run rate, as known on one asked day.
-- Chosen as statements, stated_months and run_rates choose. The month's own revenue goes before a
-- twelfth of a run rate. Money other than dollars counts once its month is over and has its rates.
with said as (
    select
        d.asked_on, d.is_now, s.*,
        case s.quality when 'company' then 0 else 1 end as company_rank,
        cast(date_trunc('month', s.period_end) as date) as month
    from asked_days as d
    join statements as s on s.app_id = d.app_id and s.as_of <= d.asked_on
    where s.kind = 'reported' and s.platform = 'all' and s.country = 'WW'
      and coalesce(s.quality, '') <> 'weak'
      and (s.basis = 'run_rate' or (
          s.basis = 'recognised' and s.metric = 'revenue' and s.grain = 'month'
          and s.period_start = date_trunc('month', s.period_start)
          and s.period_end = date_trunc('month', s.period_start) + interval 1 month - interval 1 day))
),

dated as (
    select
        *,
        min(as_of) over figure as any_known_from,
        min(as_of) over same_value as value_known_from,
        min(said_from) over same_value as value_said_from
    from said
    window
        figure as (
            partition by asked_on, app_id, metric, period_start, period_end, grain, unit, basis,
                company_rank
        ),
        same_value as (
            partition by asked_on, app_id, metric, period_start, period_end, grain, unit, basis,
                company_rank, value
        )
),

of_figure as (
    select
        *,
        row_number() over (
            partition by asked_on, app_id, metric, period_start, period_end, grain, unit, basis
            order by company_rank,
                case when company_rank = 0 and value_said_from > any_known_from
                    then value_known_from end desc nulls last,
                as_of, said_from, snapshot_id, row_no
        ) as choice
    from dated
),

in_dollars as (
    select
        f.*,
        cast(f.value / r.fx_rate / case f.basis when 'run_rate' then 12 else 1 end as decimal(18, 2))
            as month_usd
    from of_figure as f
    join months as m on m.month = f.month
    join rates as r
        on r.currency = f.unit and r.period_start = f.period_start
        and r.period_end = f.period_end and r.grain = f.grain and r.fx_rate > 0
    where f.choice = 1 and (f.unit = 'USD' or m.month_end <= f.asked_on)
),

of_month as (
    select
        *,
        row_number() over (
            partition by asked_on, app_id, month
            order by case basis when 'run_rate' then 1 else 0 end, as_of, metric, unit, period_end,
                row_no
        ) as month_choice
    from in_dollars
)

select
    asked_on,                               -- nothing said after this day is used
    is_now,                                 -- the knowledge date itself
    app_id,                                 -- the app or company
    month,                                  -- first day of the month described
    basis,                                  -- recognised: the month's revenue; run_rate: a twelfth of it
    month_usd,                              -- the month in US dollars
    bound,                                  -- exact, approx, at_least or at_most
    as_of,                                  -- day from which it was known
    illustrative                            -- invented figures, to be marked as such
from of_month
where month_choice = 1
