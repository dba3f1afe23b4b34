-- Figures, days and periods as sentences say them: a floor is rounded down and a ceiling up, so that
-- what is written is never more than what was said. The pages' own words are in app_pages/formats.py;
-- a test holds the two to the same letters.
create or replace temp macro toward(number, places, bound) as
    case bound
        when 'at_least' then floor(number * power(10, places)) / power(10, places)
        when 'at_most' then ceil(number * power(10, places)) / power(10, places)
        else round_even(number, places)
    end;

create or replace temp macro unsigned_part(number, bound) as
    case when number = floor(number) then format('{:,.0f}', toward(number, 0, bound))
        else format('{:,.1f}', toward(number, 1, bound)) end;

create or replace temp macro small_number(number, bound) as
    case when number = floor(number) or abs(number) >= 1000
        then format('{:,.0f}', toward(number, 0, bound))
        else format('{:,.2f}', toward(number, 2, bound)) end;

create or replace temp macro scaled(number, bound) as
    replace(case
        when abs(number) >= 10000000000 then unsigned_part(number / 1000000000, bound) || 'B'
        when abs(number) >= 1000000 then unsigned_part(number / 1000000, bound) || 'M'
        when abs(number) >= 10000 then unsigned_part(number / 1000, bound) || 'K'
        else small_number(number, bound)
    end, '-', '−');

create or replace temp macro bound_words(bound) as
    case bound when 'at_least' then 'at least ' when 'approx' then 'about '
        when 'at_most' then 'at most ' when 'unknown' then 'perhaps ' else '' end;

create or replace temp macro currency_sign(unit) as
    case unit when 'USD' then 'US$' when 'CNY' then 'CNY ' when 'HKD' then 'HK$' when 'EUR' then '€' end;

create or replace temp macro bare_amount(number, unit, bound) as
    case
        when number is null then '—'
        when unit = 'percent' then scaled(number, bound) || '%'
        when unit = 'rank' then '#' || scaled(number, bound)
        when currency_sign(unit) is null then scaled(number, bound) || ' ' || unit
        when number < 0 then '−' || currency_sign(unit) || substr(scaled(number, bound), 2)
        else currency_sign(unit) || scaled(number, bound)
    end;

create or replace temp macro amount_words(number, unit, bound) as
    case when number is null then '—'
        else bound_words(bound) || bare_amount(cast(number as double), unit, bound) end;

-- A small figure with every digit it was stated with: a price of 0.084 is not one of 0.08.
create or replace temp macro stated_words(number, unit, bound) as
    case when abs(number) >= 100 or number = floor(number) then amount_words(number, unit, bound)
        else bound_words(bound) || coalesce(currency_sign(unit), '')
            || replace(rtrim(rtrim(cast(number as varchar), '0'), '.'), '-', '−')
            || case when unit = 'percent' then '%' when currency_sign(unit) is null then ' ' || unit else '' end
    end;

create or replace temp macro change_words(fraction) as
    case when fraction is null then '—'
        else case when round_even(fraction * 100, 1) < 0 then '−' else '+' end
            || format('{:,.1f}', abs(round_even(fraction * 100, 1))) || '%' end;

create or replace temp macro share_words(fraction, bound) as
    case when fraction is null then '—'
        else bound_words(bound) || format('{:,.0f}', toward(fraction * 100, 0, bound)) || '%' end;

create or replace temp macro day_words(day) as coalesce(strftime(day, '%-d %B %Y'), '—');

create or replace temp macro period_words(first_day, last_day) as
    case
        when first_day = date_trunc('year', first_day)
            and last_day = date_trunc('year', first_day) + interval 1 year - interval 1 day
            then strftime(first_day, '%Y')
        when first_day = date_trunc('quarter', first_day)
            and last_day = date_trunc('quarter', first_day) + interval 3 month - interval 1 day
            then 'Q' || extract(quarter from first_day) || strftime(first_day, ' %Y')
        when first_day = date_trunc('month', first_day) and last_day = last_day(first_day)
            then strftime(first_day, '%B %Y')
        when first_day = last_day then day_words(first_day)
        else strftime(first_day, '%-d %b %Y') || ' to ' || strftime(last_day, '%-d %b %Y')
    end;

create or replace temp macro metric_words(metric) as
    case metric when 'mau' then 'monthly active users' when 'arr' then 'ARR'
        else replace(metric, '_', ' ') end;

create or replace temp macro basis_words(basis) as
    case basis when 'gross' then ', gross' when 'net_of_store' then ', net of store fees'
        when 'recognised' then ', recognised' when 'cash' then ', cash receipts'
        when 'run_rate' then ', run rate (month × 12)' else '' end;

create or replace temp macro place_words(platform, country) as
    case when platform <> 'all' then ', ' || case platform when 'ios' then 'iOS'
        when 'android' then 'Android' when 'web' then 'web' else platform end else '' end
    || case when country <> 'WW' then ', ' || country else '' end;

create or replace temp macro kind_words(kind) as
    case kind when 'reported' then 'reported by the company' when 'guidance' then 'guidance by the company'
        when 'forecast' then 'forecast by an analyst' when 'press' then 'press, not published by the company'
        when 'estimate' then 'third-party estimate' else kind end;

create or replace temp macro app_words(name_en, name_zh) as
    case when name_zh is not null and name_zh <> name_en then name_en || ' ' || name_zh else name_en end;

create or replace temp macro target_amount(number, unit, bound) as
    amount_words(number, unit, case when cast(bound as varchar) = 'approx' then null else cast(bound as varchar) end);

create or replace temp macro target_name(name, first_day, last_day, issuer, kind, number, unit, bound) as
    name || ' ' || period_words(first_day, last_day) || ': ' || issuer || ' ' || kind || ' '
        || replace(replace(replace(target_amount(number, unit, bound), 'at least ', '≥ '),
            'at most ', '≤ '), 'perhaps ', '? ');

create or replace temp macro growth_page(name_en, name_zh, metric) as
    case when metric in ('revenue', 'downloads', 'mau')
        then 'growth?apps=' || url_encode(app_words(name_en, name_zh)) || '&metric='
            || case metric when 'revenue' then 'Revenue' when 'downloads' then 'Downloads'
                else 'Monthly+active+users' end
        else 'history?app=' || url_encode(app_words(name_en, name_zh)) end;

create or replace temp macro history_page(name_en, name_zh) as
    'history?app=' || url_encode(app_words(name_en, name_zh));
