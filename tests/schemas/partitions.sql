-- Partitioned tables: by list, range and hash, with and without a default, two levels, by two columns, by expression, references to and from.
CREATE TYPE region AS ENUM ('north', 'south', 'east', 'west');
CREATE TABLE by_list (
    id   integer NOT NULL,
    kind text NOT NULL,
    PRIMARY KEY (id, kind)
) PARTITION BY LIST (kind);
CREATE TABLE by_list_ab PARTITION OF by_list FOR VALUES IN ('a', 'b');
CREATE TABLE by_list_c PARTITION OF by_list FOR VALUES IN ('c');
CREATE TABLE by_enum (
    region region,
    v      integer
) PARTITION BY LIST (region);
CREATE TABLE by_enum_ns PARTITION OF by_enum FOR VALUES IN ('north', 'south', NULL);
CREATE TABLE by_enum_e PARTITION OF by_enum FOR VALUES IN ('east');
CREATE TABLE by_month (
    id  bigint NOT NULL,
    day date NOT NULL,
    PRIMARY KEY (id, day)
) PARTITION BY RANGE (day);
CREATE TABLE by_month_1 PARTITION OF by_month FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE TABLE by_month_2 PARTITION OF by_month FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
CREATE TABLE by_month_4 PARTITION OF by_month FOR VALUES FROM ('2024-04-01') TO ('2024-05-01');
CREATE TABLE by_number (
    n integer PRIMARY KEY
) PARTITION BY RANGE (n);
CREATE TABLE by_number_1 PARTITION OF by_number FOR VALUES FROM (0) TO (1000);
CREATE TABLE by_number_2 PARTITION OF by_number FOR VALUES FROM (5000) TO (MAXVALUE);
CREATE TABLE by_hash (
    id integer PRIMARY KEY,
    v  text
) PARTITION BY HASH (id);
CREATE TABLE by_hash_0 PARTITION OF by_hash FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE by_hash_1 PARTITION OF by_hash FOR VALUES WITH (MODULUS 3, REMAINDER 1);
CREATE TABLE by_hash_2 PARTITION OF by_hash FOR VALUES WITH (MODULUS 3, REMAINDER 2);
CREATE TABLE with_default (
    id integer,
    at timestamp
) PARTITION BY RANGE (at);
CREATE TABLE with_default_2024 PARTITION OF with_default FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE with_default_rest PARTITION OF with_default DEFAULT;
CREATE TABLE two_columns (
    a integer NOT NULL,
    b text NOT NULL
) PARTITION BY RANGE (a, b);
CREATE TABLE two_columns_1 PARTITION OF two_columns FOR VALUES FROM (0, 'a') TO (10, 'm');
CREATE TABLE two_columns_2 PARTITION OF two_columns FOR VALUES FROM (10, 'm') TO (20, MAXVALUE);
CREATE TABLE two_levels (
    region region NOT NULL,
    year   smallint NOT NULL,
    v      numeric
) PARTITION BY LIST (region);
CREATE TABLE two_levels_n PARTITION OF two_levels FOR VALUES IN ('north') PARTITION BY RANGE (year);
CREATE TABLE two_levels_n_1 PARTITION OF two_levels_n FOR VALUES FROM (2020) TO (2022);
CREATE TABLE two_levels_n_2 PARTITION OF two_levels_n FOR VALUES FROM (2022) TO (2026);
CREATE TABLE two_levels_s PARTITION OF two_levels FOR VALUES IN ('south');
CREATE TABLE by_expression (
    at timestamp NOT NULL,
    v  integer
) PARTITION BY RANGE (extract(month FROM at));
CREATE TABLE by_expression_1 PARTITION OF by_expression FOR VALUES FROM (1) TO (7);
CREATE TABLE by_expression_2 PARTITION OF by_expression FOR VALUES FROM (7) TO (13);
CREATE TABLE refers (
    id      integer PRIMARY KEY,
    hash_id integer NOT NULL REFERENCES by_hash,
    list_id integer,
    kind    text,
    FOREIGN KEY (list_id, kind) REFERENCES by_list
);
CREATE TABLE of_parent (
    hash_id integer NOT NULL REFERENCES by_hash,
    day     date NOT NULL,
    PRIMARY KEY (hash_id, day)
) PARTITION BY RANGE (day);
CREATE TABLE of_parent_1 PARTITION OF of_parent FOR VALUES FROM ('2020-01-01') TO ('2020-07-01');
CREATE TABLE of_parent_2 PARTITION OF of_parent FOR VALUES FROM ('2020-07-01') TO ('2021-01-01');
CREATE TABLE own_rules (
    id      integer,
    hash_id integer,
    day     date,
    amount  integer
) PARTITION BY RANGE (day);
CREATE TABLE own_rules_1 PARTITION OF own_rules (PRIMARY KEY (id), FOREIGN KEY (hash_id) REFERENCES by_hash, CHECK (amount > 0))
    FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE own_rules_2 (day date, amount integer NOT NULL CHECK (amount < 0), hash_id integer REFERENCES by_hash, id integer PRIMARY KEY);
ALTER TABLE own_rules ATTACH PARTITION own_rules_2 FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');

-- Partitions of partitions, by another column, and a key of both.
CREATE TABLE region_sales (
    region text NOT NULL,
    day date NOT NULL,
    amount numeric(10,2),
    PRIMARY KEY (region, day)
) PARTITION BY LIST (region);
CREATE TABLE region_sales_eu PARTITION OF region_sales FOR VALUES IN ('de', 'fr');
CREATE TABLE region_sales_us PARTITION OF region_sales FOR VALUES IN ('us') PARTITION BY RANGE (day);
CREATE TABLE region_sales_us_then PARTITION OF region_sales_us FOR VALUES FROM ('2020-01-01') TO ('2023-01-01');
