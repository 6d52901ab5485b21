-- Ranges and multiranges of every subtype, nullable and not, unique, with checks on bounds, and a range type of its own.
CREATE TYPE float_range AS RANGE (subtype = double precision);
CREATE TABLE ranges (
    id integer PRIMARY KEY,
    a  int4range NOT NULL,
    b  int8range,
    c  numrange NOT NULL,
    d  daterange NOT NULL,
    e  tsrange,
    f  tstzrange NOT NULL,
    g  int4multirange NOT NULL,
    h  datemultirange,
    i  nummultirange,
    j  float_range NOT NULL,
    k  tstzmultirange NOT NULL
);
CREATE TABLE checked_ranges (
    a int4range NOT NULL CHECK (NOT isempty(a)),
    b daterange NOT NULL CHECK (lower(b) >= '2020-01-01' AND upper(b) <= '2030-01-01'),
    c numrange CHECK (c <@ numrange(0, 100)),
    d tstzrange NOT NULL CHECK (lower(d) IS NOT NULL AND upper(d) IS NOT NULL),
    e int8range NOT NULL UNIQUE,
    f daterange NOT NULL CHECK (upper(f) - lower(f) <= 31),
    g date CHECK (g <@ '[2020-01-01,infinity)'::daterange)
);
CREATE TABLE overlapping_ranges (
    a daterange NOT NULL,
    b date NOT NULL,
    c date NOT NULL,
    CHECK (a && daterange(b, c))
);

-- Ranges that the database makes of two columns, in a column of its own and in an index.
CREATE TABLE season (
    id integer PRIMARY KEY, starts date NOT NULL, ends date, opens timestamptz NOT NULL, closes timestamptz NOT NULL,
    during daterange GENERATED ALWAYS AS (daterange(starts, ends, '[]')) STORED
);
CREATE INDEX ON season USING gist (tstzrange(opens, closes));
