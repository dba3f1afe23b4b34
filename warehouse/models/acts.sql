-- One act of a person that changes something, refused and failed ones too; newest first by act_order.
-- kept: no
select
    row_number() over (order by began_at desc, act_id) as act_order, -- 1 for the newest
    act_id,                 -- its name in the log
    began_at,               -- when it was written down, just before it was done, UTC
    ended_at,               -- when it ended, UTC; null while it has not, or where its end was not written
    who,                    -- the login's e-mail address; without a login `this machine`; on the command line the user of the system; of a file its owner
    place,                  -- page, command line, or files: a file of config/ that somebody edited
    verb,                   -- what was done, one word of the list in docs/who-may-see.md
    subject,                -- to what: a file (one of config/ by its path), a view, a channel, a token by its name
    reason,                 -- the reason that was stated, where one is asked
    outcome,                -- done, asked (the next load carries it out), refused, failed or begun (no end is known)
    problem                 -- why it was refused or failed
from raw.act
