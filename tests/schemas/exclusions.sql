-- Exclusion constraints: no overlapping ranges in a room, of two columns, conditional, of circles, by inequality, without a
-- group; bounds that may be missing, calculated bounds, bounds in keys, lengths that checks limit, times of moments.
CREATE EXTENSION btree_gist;
CREATE TABLE room (id integer PRIMARY KEY);
CREATE TABLE reservation (
    room_id integer NOT NULL REFERENCES room,
    during  tstzrange NOT NULL,
    EXCLUDE USING gist (room_id WITH =, during WITH &&)
);
CREATE TABLE tariff (
    id    integer PRIMARY KEY,
    valid daterange NOT NULL CHECK (NOT isempty(valid)),
    EXCLUDE USING gist (valid WITH &&)
);
CREATE TABLE lease (
    id      integer PRIMARY KEY,
    room_id integer NOT NULL REFERENCES room,
    starts  date NOT NULL,
    ends    date NOT NULL,
    void    boolean NOT NULL DEFAULT false,
    CHECK (starts < ends),
    EXCLUDE USING gist (room_id WITH =, daterange(starts, ends, '[)') WITH &&) WHERE (NOT void)
);
CREATE TABLE zone (
    area circle,
    EXCLUDE USING gist (area WITH &&)
);
CREATE TABLE block (
    low  integer NOT NULL,
    high integer NOT NULL CHECK (high >= low),
    EXCLUDE USING gist (int4range(low, high, '[]') WITH &&)
);
CREATE TABLE cage (
    cage   integer NOT NULL,
    animal text NOT NULL,
    EXCLUDE USING gist (cage WITH =, animal WITH <>)
);
CREATE TABLE as_unique (
    v integer NOT NULL,
    EXCLUDE (v WITH =)
);
CREATE TABLE later (
    during int8range NOT NULL,
    EXCLUDE USING gist (during WITH &&) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE salary (
    employee   integer NOT NULL REFERENCES room,
    valid_from date NOT NULL,
    valid_to   date,
    amount     numeric(8,2) NOT NULL CHECK (amount > 0),
    PRIMARY KEY (employee, valid_from),
    EXCLUDE USING gist (employee WITH =, daterange(valid_from, COALESCE(valid_to, 'infinity'::date), '[]') WITH &&)
);
CREATE TABLE history (
    room_id integer NOT NULL REFERENCES room,
    since   date NOT NULL,
    until   date NOT NULL,
    PRIMARY KEY (room_id, since, until),
    EXCLUDE USING gist (room_id WITH =, daterange(since, until) WITH &&)
);
CREATE TABLE lesson (
    room_id integer NOT NULL REFERENCES room,
    day     date NOT NULL,
    hour    smallint NOT NULL CHECK (hour >= 8 AND hour < 20),
    hours   smallint NOT NULL CHECK (hours BETWEEN 1 AND 3),
    EXCLUDE USING gist (room_id WITH =, day WITH =, int4range(hour, hour + hours) WITH &&)
);
CREATE TABLE numbers (
    tenant integer NOT NULL REFERENCES room,
    first  bigint NOT NULL CHECK (first >= 0),
    last   bigint NOT NULL,
    CHECK (last > first AND last <= 4294967295),
    EXCLUDE USING gist (tenant WITH =, int8range(first, last) WITH &&)
);
CREATE TABLE price (
    item integer NOT NULL REFERENCES room,
    low  numeric(8,2) NOT NULL,
    high numeric(8,2) NOT NULL CHECK (low < high),
    EXCLUDE USING gist (item WITH =, numrange(low, high) WITH &&)
);
CREATE TABLE meeting (
    room_id integer NOT NULL REFERENCES room,
    starts  timestamptz NOT NULL,
    ends    timestamptz,
    status  text NOT NULL CHECK (status IN ('open', 'done')),
    CHECK (ends > starts AND ends <= starts + interval '8 hours'),
    CHECK (status = 'open' OR ends IS NOT NULL),
    EXCLUDE USING gist (room_id WITH =, tstzrange(starts, ends) WITH &&) WHERE (status = 'open')
);
CREATE TABLE lease_of_months (
    room_id integer NOT NULL REFERENCES room,
    starts  timestamp(0) NOT NULL,
    ends    timestamp(0) NOT NULL CHECK (ends >= starts + interval '1 month'),
    EXCLUDE USING gist (room_id WITH =, tsrange(starts, ends, '[]') WITH &&)
);
CREATE TABLE rental (
    id       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    car      text NOT NULL,
    starts   timestamp NOT NULL,
    duration interval NOT NULL CHECK (duration > '0' AND duration <= '1 day'),
    EXCLUDE USING gist (car WITH =, tsrange(starts, starts + duration) WITH &&)
);
CREATE TABLE season (
    begins date NOT NULL,
    ends   date NOT NULL,
    note   text,
    EXCLUDE USING gist (daterange(begins, ends) WITH &&) WHERE (note IS NULL)
);
CREATE TABLE stable (
    stable integer NOT NULL REFERENCES room,
    horse  integer NOT NULL,
    during daterange NOT NULL,
    EXCLUDE USING gist (stable WITH =, horse WITH <>, during WITH &&)
);
CREATE TABLE two_ranges (
    years int4range NOT NULL,
    low   integer NOT NULL,
    high  integer NOT NULL,
    EXCLUDE USING gist (years WITH &&, int4range(low, high) WITH &&)
);
CREATE TABLE one_open (
    room_id integer NOT NULL REFERENCES room,
    closed  boolean NOT NULL,
    EXCLUDE USING gist (room_id WITH =) WHERE (NOT closed)
);
CREATE TYPE timerange AS RANGE (subtype = time);
CREATE TABLE shift (
    room_id integer NOT NULL REFERENCES room,
    starts  time NOT NULL,
    ends    time NOT NULL,
    EXCLUDE USING gist (room_id WITH =, timerange(starts, ends) WITH &&)
);
-- Ranges of a key within bounds, of some lengths, and those that begin in the morning.
CREATE TABLE stage (id integer PRIMARY KEY, name text NOT NULL UNIQUE);
CREATE TABLE rehearsal (
    id integer PRIMARY KEY,
    stage_id integer NOT NULL REFERENCES stage,
    during tstzrange NOT NULL CHECK (during <@ tstzrange('2024-01-01 00:00+00', '2026-01-01 00:00+00')),
    CHECK (upper(during) - lower(during) BETWEEN interval '30 minutes' AND interval '8 hours'),
    EXCLUDE USING gist (stage_id WITH =, during WITH &&)
);
CREATE TABLE school_week (
    id integer PRIMARY KEY,
    days daterange NOT NULL CHECK (upper(days) - lower(days) = 7 AND lower(days) >= '2000-01-01'),
    EXCLUDE USING gist (days WITH &&)
);
CREATE TABLE opening (
    id integer PRIMARY KEY,
    during tsrange NOT NULL UNIQUE CHECK (extract(hour FROM lower(during)) BETWEEN 8 AND 12),
    CHECK (upper(during) - lower(during) <= interval '4 hours')
);

-- Bands on a grid of their own, with all that is asked of them in one check.
CREATE TABLE fare (id integer PRIMARY KEY);
CREATE TABLE fare_band (
    fare_id integer REFERENCES fare, band smallint, from_minute smallint NOT NULL, to_minute smallint NOT NULL,
    PRIMARY KEY (fare_id, band),
    CHECK (0 <= from_minute AND from_minute < to_minute AND to_minute <= 1440),
    CHECK (from_minute % 15 = 0 AND to_minute % 15 = 0),
    EXCLUDE USING gist (fare_id WITH =, int4range(from_minute, to_minute) WITH &&)
);

-- Moments between the bounds of the range.
CREATE TABLE show (
    id serial PRIMARY KEY, hall integer NOT NULL, doors timestamptz NOT NULL, begins timestamptz NOT NULL, ends timestamptz NOT NULL,
    CHECK (doors < begins), CHECK (begins < ends), EXCLUDE USING gist (hall WITH =, tstzrange(doors, ends) WITH &&)
);
