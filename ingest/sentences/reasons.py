"""Why nothing of a file is loaded, or not all of it: what is asked, doubted or wrong."""

from ingest.sentences.form import Form

#: What a file may leave open and a person can say, and how it is asked.
ASKED = {
    "country": Form("which country do its figures cover (two letters of ISO 3166, or WW)"),
    "platform": Form("which platform do its figures cover (ios, android, web or all)"),
    "unit": Form("which currency or unit are its figures in"),
    "basis": Form("what does its money count (gross, net_of_store, recognised, cash or run_rate)"),
    "as_of": Form("on which day were its figures said or exported (YYYY-MM-DD)"),
    "app": Form("which app of config/apps.toml are its figures about"),
    "metric": Form("which metric are its figures (revenue, downloads, mau)"),
    "grain": Form("what does each of its dates begin (day, week, month, quarter or year)"),
    "scope": Form("what do its figures cover, in words"),
    "period": Form("which period do its figures cover (2026-01, 2026-Q1, 2026)"),
    "vendor_model": Form(
        "which version of the vendor's model made its figures, in the vendor's word"
    ),
}
WHICH_APPS = Form("which apps of config/apps.toml are {names}")
WHICH_APPS_AND_MORE = Form("which apps of config/apps.toml are {names} and {n} more")
QUESTIONS = Form("{questions}?")
ANSWER = Form("Answer on the Data page or with: python -m ingest answer {options}")
#: How an error of ours is written: what is wrong, where, and what to do.
ERROR = Form("{problem} ({where}). {fix}")

WEB_PAGE = Form("a web page came where data is due, perhaps an error or a login")
NO_DATA = Form("the server calls it {type}, which is no data")
ERROR_TOLD = Form("the answer speaks of an error: {said}")
NO_RECORDS = Form("the answer holds no rows")
TOO_LITTLE = Form("it holds {n} records, {due} came last time: less than half")

BY_A_PERSON = Form("refused by a person on {day}: {reason}")
NO_ROWS = Form("the file has a header but no rows. Export it again; nothing was loaded")
ONE_ROW = Form("{n} of 1 row refused; source '{source}' allows {allowed}: {faults}")
ROWS = Form("{n} of {all} rows refused; source '{source}' allows {allowed}: {faults}")
NONE = Form("none")
UP_TO = Form("up to {share}")
FAULT = Form("{column} {rule}: {examples} (row {row})")
FAULTS = Form("{column} {rule}: {examples} (in {n} rows, first in row {row})")
