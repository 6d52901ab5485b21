-- Conditions as PostgreSQL keeps them: of tables, of domains, of partitions.
CREATE SCHEMA shop;
CREATE TYPE shop.mood AS ENUM ('sad', 'OK', 'very happy');
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE DOMAIN percent AS positive CONSTRAINT at_most_all CHECK (VALUE <= 100) CONSTRAINT lucky CHECK (VALUE <> 13);
CREATE DOMAIN zip AS varchar(10) CONSTRAINT zip_format CHECK (VALUE ~ '^\d{5}(-\d{4})?$');
CREATE DOMAIN country AS char(2) CHECK (VALUE ~ '^[A-Z]{2}$');
CREATE DOMAIN odd AS jsonb CONSTRAINT is_object CHECK (jsonb_typeof(VALUE) = 'object');

CREATE TABLE every_check (
    id bigint PRIMARY KEY CHECK (id < 9223372036854775807 AND id > -9000000000),
    i integer CONSTRAINT low CHECK (i >= -5) CONSTRAINT both_ends CHECK (i BETWEEN -5 AND 50) CHECK (i NOT IN (7, 13)),
    n integer NOT NULL CHECK (n % 5 = 0),
    s smallint,
    total numeric(12,2) CHECK (total >= 0.05 AND total < 100000),
    price double precision CHECK (price > 0.1 AND price < 1e6),
    name text COLLATE "C" CHECK (length(btrim(name)) > 2 AND name <> 'it''s') CHECK (name < 'n'),
    code char(3) CHECK (code ~ '^[A-Z]+$'),
    size varchar(5) CHECK (size IN ('S', 'M', 'L')) CHECK (size = 'S' OR size = 'M' OR size = 'XXXXL'),
    mood shop.mood CHECK (mood IN ('sad', 'very happy')),
    mood2 shop.mood NOT NULL CHECK (mood2::text = ANY (ARRAY['sad', 'OK'])),
    active boolean NOT NULL,
    deleted boolean CHECK (deleted IS NOT TRUE),
    born date CHECK (born <= CURRENT_DATE - interval '18 years'),
    starts timestamp CHECK (starts >= '2020-01-01 12:30:00.5'),
    ends timestamp,
    created timestamptz CHECK (created <= now() AND created >= '2020-01-01 00:00:00+00'),
    expires timestamptz CHECK (expires > now()),
    opens time CHECK (opens >= '09:00' AND opens < '17:30'),
    lasts interval CHECK (lasts > interval '1 day 02:00'),
    tags text[] CHECK (cardinality(tags) BETWEEN 1 AND 4),
    sender uuid,
    receiver uuid,
    data jsonb CONSTRAINT data_object CHECK (jsonb_typeof(data) = 'object'),
    hash bytea CHECK (octet_length(hash) = 32),
    email text CHECK (email LIKE '%_@_%' AND email NOT LIKE '% %' AND email ~* '^[a-z]'),
    share percent,
    zip zip,
    country country,
    odd odd,
    shares percent[],
    year integer CHECK (year <= extract(year FROM now())),
    generated integer GENERATED ALWAYS AS (n * 2) STORED CHECK (generated > 0),
    CONSTRAINT dates CHECK (ends > starts),
    CONSTRAINT length CHECK (ends - starts <= interval '30 days'),
    CONSTRAINT one_of CHECK (num_nonnulls(i, s, born) = 1),
    CONSTRAINT exclusive CHECK ((i IS NULL) <> (s IS NULL)),
    CONSTRAINT counted CHECK ((CASE WHEN i IS NULL THEN 0 ELSE 1 END) + (CASE WHEN s IS NULL THEN 0 ELSE 1 END) = 1),
    CONSTRAINT implied CHECK (deleted IS NULL OR (born IS NOT NULL AND active)),
    CONSTRAINT cases CHECK (CASE WHEN mood = 'sad' THEN i IS NULL WHEN active THEN i > 0 ELSE true END),
    CONSTRAINT arithmetic CHECK ((i + n) * 2 - s <= 100 AND total / 2 > 1 AND -i < 3),
    CONSTRAINT other_order CHECK (5 < n),
    CONSTRAINT different CHECK (sender <> receiver AND i IS DISTINCT FROM n),
    CONSTRAINT defaults CHECK (COALESCE(i, 0) + COALESCE(n, 0) > 0),
    CONSTRAINT negated CHECK (NOT (i > 5 AND n < 3) AND NOT (active AND NOT active)),
    CONSTRAINT extremes CHECK (GREATEST(i, n) <= 1000),
    CONSTRAINT always CHECK (true),
    CONSTRAINT query CHECK (pg_typeof(i)::text = 'integer'),
    CONSTRAINT old CHECK (n <> 99) NO INHERIT
);
ALTER TABLE every_check ADD CONSTRAINT late CHECK (i <> 4) NOT VALID;

CREATE TABLE by_range (taken date NOT NULL, value integer) PARTITION BY RANGE (taken);
CREATE TABLE by_range_1 PARTITION OF by_range FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
CREATE TABLE by_range_2 PARTITION OF by_range FOR VALUES FROM ('2020-01-01') TO ('2020-02-01');
CREATE TABLE by_range_3 PARTITION OF by_range FOR VALUES FROM ('2021-02-01') TO ('2021-03-01') PARTITION BY HASH (value);
CREATE TABLE by_range_31 PARTITION OF by_range_3 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE by_range_32 PARTITION OF by_range_3 FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE by_list (region text, value integer) PARTITION BY LIST (region);
CREATE TABLE by_list_1 PARTITION OF by_list FOR VALUES IN ('a', 'b');
CREATE TABLE by_list_2 PARTITION OF by_list FOR VALUES IN ('c', NULL);
CREATE TABLE by_hash (id integer) PARTITION BY HASH (id);
CREATE TABLE by_hash_1 PARTITION OF by_hash FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE by_pair (a integer, b integer) PARTITION BY RANGE (a, b);
CREATE TABLE by_pair_1 PARTITION OF by_pair FOR VALUES FROM (1, 2) TO (3, 4);
CREATE TABLE by_nothing (a integer) PARTITION BY LIST (a);
