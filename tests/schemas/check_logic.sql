-- CHECK with nested AND, OR, NOT, CASE, booleans compared with conditions, constants, casts, and conditions over six columns.
CREATE TABLE logic (
    id integer PRIMARY KEY,
    a  integer NOT NULL,
    b  integer NOT NULL,
    c  integer,
    d  boolean NOT NULL,
    e  text NOT NULL,
    f  date,
    CHECK ((a > 0 AND (b > 10 OR b < -10)) OR (a < 0 AND NOT (b BETWEEN 0 AND 5))),
    CHECK (NOT (d AND e = 'no')),
    CHECK (NOT (c IS NULL AND f IS NULL)),
    CHECK (e IN ('yes', 'no', 'maybe') AND (e <> 'maybe' OR c IS NOT NULL))
);
CREATE TABLE cases (
    kind  smallint NOT NULL,
    value integer NOT NULL,
    big   boolean NOT NULL,
    CHECK (CASE WHEN kind = 1 THEN value > 0 WHEN kind = 2 THEN value < 0 ELSE value = 0 END),
    CHECK (kind BETWEEN 1 AND 3),
    CHECK (big = (value > 1000 OR value < -1000))
);
CREATE TABLE constants (
    a integer CHECK (true),
    b integer CHECK (1 = 1 AND b > 0),
    c integer CHECK (NULL OR c > 0),
    d varchar(10) CHECK (d::text <> ''::text),
    e integer CHECK (e::bigint * 1000000 < 5000000000::bigint),
    f text CHECK (f::integer BETWEEN 1 AND 12)
);
CREATE TABLE rectangle (
    x1 integer NOT NULL, y1 integer NOT NULL, x2 integer NOT NULL, y2 integer NOT NULL,
    filled boolean NOT NULL, color text,
    CHECK (x1 < x2 AND y1 < y2 AND (filled AND color IS NOT NULL OR NOT filled AND color IS NULL)
        AND x1 >= 0 AND y1 >= 0 AND x2 <= 10000 AND y2 <= 10000 AND (x2 - x1) * (y2 - y1) >= 4)
);
CREATE TABLE narrow (
    a smallint NOT NULL CHECK (a BETWEEN 1 AND 3),
    b smallint NOT NULL CHECK (b BETWEEN 1 AND 3),
    c smallint NOT NULL CHECK (c BETWEEN 1 AND 3),
    CHECK (a <> b AND b <> c AND a <> c)
);
CREATE TABLE paid (
    method    text NOT NULL,
    amount    numeric(9, 2) NOT NULL,
    iban      text,
    cheque_no integer,
    seal      text,
    CHECK (method = 'sepa' AND iban IS NOT NULL AND cheque_no IS NULL
        OR method = 'cheque' AND cheque_no IS NOT NULL AND iban IS NULL
        OR method = 'cash' AND amount < 1000 AND coalesce(iban, cheque_no::text) IS NULL
        OR md5(method) = seal)
);
