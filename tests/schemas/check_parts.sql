-- Checks of elements of arrays, of bounds of ranges, of generated columns; and some that only a NULL meets.
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN percent AS integer CHECK (VALUE BETWEEN 0 AND 100);
CREATE DOMAIN shades AS integer[] CHECK (cardinality(VALUE) BETWEEN 3 AND 5 AND 0 <= ALL (VALUE) AND 255 >= ALL (VALUE));
CREATE TABLE elements (
    id integer PRIMARY KEY,
    a  integer[] NOT NULL CHECK (0 < ALL (a)),
    b  text[] CHECK (b <@ ARRAY['red', 'green', 'blue']),
    c  mood[] NOT NULL CHECK (c <@ '{sad,ok}'::mood[]),
    d  text[] CHECK (NOT ('' = ANY (d))),
    e  text[] NOT NULL CHECK ('admin' = ANY (e)),
    f  text[] NOT NULL CHECK (f && ARRAY['x', 'y']),
    g  integer[] CHECK (g IS NULL OR cardinality(g) = 0 OR 100 >= ALL (g)),
    h  percent[] NOT NULL,
    i  shades,
    j  boolean[] CHECK (array_position(j, NULL) IS NULL),
    k  date[] CHECK ('2020-01-01' <= ALL (k) AND array_length(k, 1) >= 2),
    l  integer[] NOT NULL UNIQUE CHECK (1000 < ALL (l)),
    m  text[] CHECK (array_position(m, 'none') IS NULL),
    n  numeric(6,2)[] CHECK (0.5 <= ALL (n))
);
CREATE TABLE spans (
    id integer PRIMARY KEY,
    a  int4range NOT NULL CHECK (a <@ int4range(1, 100, '[]')),
    b  daterange NOT NULL CHECK (NOT isempty(b) AND lower(b) >= '2024-01-01' AND upper(b) <= '2024-01-08'),
    c  tstzrange CHECK (upper(c) - lower(c) <= interval '2 hours'),
    d  daterange NOT NULL CHECK (NOT lower_inf(d) AND upper_inf(d)),
    e  numrange NOT NULL CHECK (numrange(0, 1000) @> e),
    f  int8range CHECK (f IS NULL OR upper(f) - lower(f) = 12),
    g  date NOT NULL,
    h  daterange NOT NULL,
    i  tsrange NOT NULL CHECK (i && tsrange('2025-01-01', '2025-02-01')),
    CHECK (lower(h) >= g),
    CHECK (g <@ daterange('2020-01-01', '2030-01-01'))
);
CREATE TABLE made (
    net   numeric(10,2) NOT NULL CHECK (net >= 0),
    parts integer NOT NULL,
    total numeric GENERATED ALWAYS AS (net * parts) STORED CHECK (total BETWEEN 1 AND 1000000),
    tag   varchar(20) NOT NULL,
    low   text GENERATED ALWAYS AS (lower(tag)) STORED CHECK (low ~ '^[a-z]{2,8}$')
);
CREATE TABLE nulls (
    id integer PRIMARY KEY,
    a  bit(8) CHECK (get_bit(a, 0) = 1),
    b  jsonb CHECK (jsonb_typeof(b) = 'object' AND b ? 'name'),
    c  text CHECK (md5(c) ~ '^00'),
    d  integer NOT NULL,
    e  text,
    CHECK (d > 0 OR md5(e) < '1')
);
