-- CHECK on parts of moments: working days, opening hours, whole hours, firsts of months, quarters, years; as keys and beside other columns.
CREATE TABLE calendar (
    day     date PRIMARY KEY CHECK (extract(isodow FROM day) < 6),
    holiday text
);
CREATE TABLE month_report (
    account integer NOT NULL,
    month   date NOT NULL CHECK (extract(day FROM month) = 1),
    total   numeric(12,2) NOT NULL,
    PRIMARY KEY (account, month)
);
CREATE TABLE opening (
    shop  integer NOT NULL,
    slot  timestamptz NOT NULL CHECK (date_trunc('minute', slot) = slot AND extract(minute FROM slot)::integer % 15 = 0),
    PRIMARY KEY (shop, slot),
    CHECK (extract(hour FROM slot AT TIME ZONE 'UTC') BETWEEN 8 AND 17),
    CHECK (extract(isodow FROM slot) NOT IN (6, 7))
);
CREATE TABLE quarter (
    first date PRIMARY KEY CHECK (first = date_trunc('quarter', first)::date),
    last  date NOT NULL CHECK (extract(day FROM last + 1) = 1),
    CHECK (last > first)
);
CREATE TABLE fact (
    at      timestamp NOT NULL,
    day     date NOT NULL,
    year    smallint NOT NULL,
    quarter smallint NOT NULL,
    month   integer NOT NULL,
    dow     smallint NOT NULL,
    hour    smallint NOT NULL,
    week    integer,
    CHECK (day = at::date),
    CHECK (year = extract(year FROM at)),
    CHECK (quarter = extract(quarter FROM at)),
    CHECK (month = date_part('month', at)),
    CHECK (dow = extract(dow FROM at)),
    CHECK (hour = extract(hour FROM at)),
    CHECK (week = extract(week FROM at))
);
CREATE TABLE meeting (
    id    integer PRIMARY KEY,
    start timestamp NOT NULL,
    stop  timestamp NOT NULL,
    CHECK (stop > start),
    CHECK (start::date = stop::date),
    CHECK (start::time >= '08:00' AND stop::time <= '20:30'),
    CHECK (extract(epoch FROM stop - start) <= 4 * 3600),
    CHECK (mod(extract(epoch FROM start)::numeric, 300) = 0)
);
CREATE TABLE summer (
    day  date NOT NULL CHECK (extract(month FROM day) BETWEEN 6 AND 8),
    leap date CHECK (extract(month FROM leap) = 2 AND extract(day FROM leap) = 29),
    later integer CHECK (later >= extract(year FROM now())::integer + 1),
    doy  date CHECK (extract(doy FROM doy) = 200),
    week date CHECK (extract(week FROM week) = 53),
    cent timestamp CHECK (extract(century FROM cent) = 21 AND date_trunc('year', cent) = cent),
    first_monday timestamptz CHECK (extract(day FROM first_monday) <= 7 AND extract(isodow FROM first_monday) = 1 AND first_monday::time = '00:00'),
    shift time CHECK (extract(hour FROM shift) IN (6, 14, 22) AND extract(minute FROM shift) = 0 AND extract(second FROM shift) = 0)
);

-- Intervals so many times: a number of minutes, of seconds as a text, units by their names.
CREATE TABLE session (
    id      integer PRIMARY KEY,
    started timestamptz NOT NULL,
    minutes integer NOT NULL CHECK (minutes BETWEEN 1 AND 600),
    ended   timestamptz NOT NULL CHECK (ended = started + minutes * interval '1 minute'),
    ttl     integer NOT NULL CHECK (ttl > 0),
    expires timestamptz NOT NULL CHECK (expires >= started + (ttl || ' seconds')::interval),
    months  integer NOT NULL CHECK (months BETWEEN 1 AND 36),
    renewal timestamptz NOT NULL CHECK (renewal = started + make_interval(months => months)),
    worked  interval NOT NULL CHECK (worked > '0' AND worked * 2 <= interval '20 hours'),
    paused  interval NOT NULL,
    CHECK (renewal < started + interval '1 year' * 4),
    CHECK (paused <= worked / 2)
);

-- Whole seconds, hours and minutes between moments; the last day of a month without a cast.
CREATE TABLE call (
    id      integer PRIMARY KEY,
    started timestamptz NOT NULL,
    stopped timestamptz,
    seconds integer CHECK (seconds = extract(epoch FROM stopped - started)),
    talk    timestamptz NOT NULL,
    hours   numeric(6,2) NOT NULL CHECK (hours > 0 AND hours = round(extract(epoch FROM talk - started) / 3600, 2)),
    CHECK (stopped >= started),
    CHECK ((stopped IS NULL) = (seconds IS NULL))
);
CREATE TABLE lot (
    id      integer PRIMARY KEY,
    starts  date NOT NULL CHECK (starts = date_trunc('month', starts)),
    expires date NOT NULL CHECK (expires = date_trunc('month', expires) + interval '1 month' - interval '1 day')
);
