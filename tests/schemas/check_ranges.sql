-- CHECK ranges: two-sided, one-sided, negative, exclusive, of every ordered type; several on a column; written from either side. Plain SQL.
CREATE TABLE integers (
    id integer NOT NULL PRIMARY KEY CHECK (id > 0),
    a  integer NOT NULL CHECK (a BETWEEN 10 AND 20),
    b  integer CHECK (b >= -273),
    c  smallint CHECK (c > -5 AND c < 5),
    d  bigint CHECK (d <= -1000000000000),
    e  integer CHECK (100 > e),
    f  integer CHECK (f >= 1) CHECK (f <= 6),
    g  integer CHECK (g <> 0),
    h  integer CHECK (NOT (h BETWEEN -10 AND 10)),
    i  integer CHECK (i < 0 OR i > 1000),
    j  integer CHECK (j = 42),
    k  integer CHECK (k NOT BETWEEN 3 AND 5 AND k BETWEEN 1 AND 7)
);

CREATE TABLE decimals (
    a numeric(5,2) NOT NULL CHECK (a > 0),
    b numeric(12,4) CHECK (b BETWEEN -0.5 AND 0.5),
    c numeric(3,0) CHECK (c >= 990),
    d numeric(10,2) CHECK (d < -99999.99),
    e numeric(6,3) CHECK (e >= 0 AND e < 1),
    f numeric(8,2) CHECK (f * 2 <= 100),
    g numeric(8,2) CHECK (g + 1 > 0)
);

CREATE TABLE floats (
    a double precision NOT NULL CHECK (a > 0 AND a < 1),
    b real CHECK (b BETWEEN -180 AND 180),
    c double precision CHECK (c >= 1000000.5),
    d real CHECK (d <= -0.25)
);

CREATE TABLE dates (
    a date NOT NULL CHECK (a >= '2024-02-29'),
    b date CHECK (b < '1970-01-01'),
    c date CHECK (c BETWEEN '2020-01-01' AND '2020-12-31'),
    d timestamp CHECK (d >= '2020-01-01 12:30:00' AND d < '2020-01-02 00:00:00')
);

CREATE TABLE texts (
    a varchar(10) NOT NULL CHECK (a >= 'm'),
    b char(1) CHECK (b BETWEEN 'a' AND 'f'),
    c varchar(20) CHECK (c <> '')
);
