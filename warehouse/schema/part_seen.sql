create temp view {model} as
select whole.* from mart.{model} as whole semi join part on {same}
