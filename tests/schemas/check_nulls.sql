-- CHECK on nulls: implications, exclusive or, exactly one of four, all or none, states that need columns, coalesce, IS DISTINCT FROM.
CREATE TABLE target (id integer PRIMARY KEY);
CREATE TABLE either (
    id integer PRIMARY KEY,
    a  integer,
    b  integer,
    CHECK ((a IS NULL) <> (b IS NULL))
);
CREATE TABLE one_of_four (
    a integer REFERENCES target,
    b text,
    c date,
    d uuid,
    CHECK (num_nonnulls(a, b, c, d) = 1)
);
CREATE TABLE at_least_one (
    phone text,
    email text,
    fax   text,
    CHECK (phone IS NOT NULL OR email IS NOT NULL OR fax IS NOT NULL)
);
CREATE TABLE at_most_one (
    a integer,
    b integer,
    c integer,
    CHECK (num_nulls(a, b, c) >= 2)
);
CREATE TABLE all_or_none (
    street text,
    zip    text,
    city   text,
    lat    real,
    lon    real,
    CHECK ((street IS NULL AND zip IS NULL AND city IS NULL) OR (street IS NOT NULL AND zip IS NOT NULL AND city IS NOT NULL)),
    CHECK ((lat IS NULL) = (lon IS NULL))
);
CREATE TABLE implications (
    id       integer PRIMARY KEY,
    kind     text NOT NULL CHECK (kind IN ('car', 'truck', 'bike')),
    plate    text,
    load_kg  integer,
    gears    smallint,
    CHECK (kind = 'bike' OR plate IS NOT NULL),
    CHECK (kind <> 'truck' OR (load_kg IS NOT NULL AND load_kg > 3500)),
    CHECK ((kind = 'bike') = (gears IS NOT NULL)),
    CHECK (load_kg IS NULL OR kind = 'truck')
);
CREATE TABLE states (
    status  text NOT NULL,
    sent    timestamptz,
    failed  timestamptz,
    error   text,
    tries   smallint NOT NULL DEFAULT 0,
    CONSTRAINT known CHECK (status IN ('queued', 'sent', 'failed')),
    CONSTRAINT sent_when CHECK (status = 'sent' AND sent IS NOT NULL AND failed IS NULL AND error IS NULL
        OR status = 'failed' AND failed IS NOT NULL AND error IS NOT NULL AND tries > 0
        OR status = 'queued' AND sent IS NULL AND failed IS NULL)
);
CREATE TABLE misc (
    a integer,
    b integer,
    c boolean,
    d boolean,
    CHECK (a IS DISTINCT FROM b),
    CHECK (c IS NOT TRUE),
    CHECK (d IS NOT NULL),
    CHECK (coalesce(a, 0) >= 0),
    CHECK (coalesce(a, b) IS NOT NULL)
);
