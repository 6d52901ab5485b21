-- All other types: money, xml, oid and its kin, char(n) and "char", bits, intervals with fields, precisions, times with zones, infinity.
CREATE TABLE scalars (
    id  integer PRIMARY KEY,
    a   money NOT NULL, b xml NOT NULL, c oid NOT NULL, d regclass, e regtype, f regproc, g name NOT NULL, h "char" NOT NULL,
    i   char(10) NOT NULL, j char NOT NULL, k varchar NOT NULL, l varchar(1) NOT NULL, m bit(1) NOT NULL, n bit(9), o bit varying NOT NULL, p varbit(3),
    q   interval year to month, r interval day to second(2), s interval(0) NOT NULL,
    t   time(0), u time(3) with time zone NOT NULL, v timestamp(3), w timestamptz(0) NOT NULL,
    x   numeric NOT NULL, y numeric(5,0), z numeric(3,5), aa numeric(5,-2), ab numeric(38,20), ac numeric(1000,500),
    ad  float(24), ae float(53), af pg_lsn NOT NULL, ag txid_snapshot, ah jsonpath, ai int2vector, aj cidr NOT NULL, ak macaddr8 NOT NULL,
    al  pg_snapshot, am xid8 NOT NULL, an tid
);
CREATE TABLE infinite (
    id    integer PRIMARY KEY,
    since timestamptz NOT NULL DEFAULT '-infinity',
    until timestamptz NOT NULL DEFAULT 'infinity',
    day   date DEFAULT 'infinity',
    CHECK (since < until),
    CHECK (day > '-infinity')
);
CREATE TABLE checked (
    a money CHECK (a >= '0'::money),
    b interval CHECK (b > '0'),
    c numeric(4,1) CHECK (c <> 'NaN'),
    d double precision CHECK (d < 'infinity' AND d > '-infinity'),
    e bit(8) CHECK (get_bit(e, 0) = 1),
    f inet CHECK (family(f) = 4),
    g cidr CHECK (masklen(g) BETWEEN 8 AND 24),
    h json CHECK (json_typeof(h) = 'object'),
    i uuid CHECK (i <> '00000000-0000-0000-0000-000000000000'),
    j bytea CHECK (j <> '')
);

-- Amounts in the smallest unit, and bounds beyond 128 bits.
CREATE DOMAIN uint256 AS numeric(78) CHECK (VALUE >= 0 AND VALUE < 2::numeric ^ 256);
CREATE TABLE account (
    id      uint256 PRIMARY KEY,
    balance uint256 NOT NULL,
    locked  uint256 NOT NULL CHECK (locked <= 340282366920938463463374607431768211455),
    rate    numeric(38,18) NOT NULL CHECK (rate > 0),
    CHECK (locked <= balance)
);
CREATE TABLE move (
    source uint256 NOT NULL REFERENCES account, target uint256 NOT NULL REFERENCES account,
    amount uint256 NOT NULL CHECK (amount > 0),
    CHECK (source <> target)
);
