-- CHECK between columns: pairs, chains of five, offsets, distances, equalities, inequalities, over integers, decimals, dates, texts. Plain SQL.
CREATE TABLE spans (
    id       integer   NOT NULL PRIMARY KEY,
    start_at timestamp NOT NULL,
    end_at   timestamp NOT NULL,
    low      integer,
    high     integer,
    CHECK (start_at < end_at),
    CHECK (low <= high)
);

CREATE TABLE chains (
    a integer NOT NULL,
    b integer NOT NULL CHECK (b > a),
    c integer CHECK (c > b),
    d integer NOT NULL,
    e integer NOT NULL,
    CHECK (d > b AND e >= d),
    CHECK (a >= 0 AND e <= 100000)
);

CREATE TABLE prices (
    net     numeric(10,2) NOT NULL CHECK (net >= 0),
    gross   numeric(10,2) NOT NULL,
    least_price numeric(10,2),
    CHECK (gross >= net),
    CHECK (least_price IS NULL OR least_price < net)
);

CREATE TABLE days (
    ordered   date NOT NULL CHECK (ordered >= '2020-01-01'),
    shipped   date,
    delivered date,
    CHECK (shipped >= ordered),
    CHECK (delivered >= shipped AND delivered >= ordered)
);

CREATE TABLE others (
    x  integer NOT NULL,
    y  integer NOT NULL,
    z  integer,
    p  double precision,
    q  double precision,
    s  varchar(20) NOT NULL,
    t  varchar(20) NOT NULL,
    m  integer NOT NULL,
    n  integer NOT NULL,
    CHECK (x <> y),
    CHECK (z = x),
    CHECK (p < q),
    CHECK (s < t),
    CHECK (n >= m + 10 AND n <= m + 20)
);

CREATE TABLE keyed (
    id     integer NOT NULL PRIMARY KEY,
    parent integer REFERENCES keyed (id),
    twin   integer NOT NULL UNIQUE,
    CHECK (parent < id),
    CHECK (twin <> id)
);
