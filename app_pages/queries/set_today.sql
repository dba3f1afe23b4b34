set variable today = $day::date
