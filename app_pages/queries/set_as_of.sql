set variable as_of = $day::date
