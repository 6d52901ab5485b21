-- One of everything that a PostgreSQL catalog can say about tables.
CREATE SCHEMA sales;
CREATE SCHEMA archive;

CREATE TYPE sales.mood AS ENUM ('sad', 'OK', 'very happy', 'class', '', '2nd', 'größe', '+', '-');
COMMENT ON TYPE sales.mood IS 'How it went.';
CREATE TYPE nothing AS ENUM ();
CREATE TYPE point3 AS (x real, y real, z real);
CREATE DOMAIN email AS varchar(120) CHECK (VALUE ~ '@');
CREATE DOMAIN work_email AS email NOT NULL DEFAULT 'nobody@example.org' CHECK (VALUE !~ '^root');
CREATE DOMAIN prices AS numeric(8,2)[];
CREATE DOMAIN cents AS numeric(6,2);

CREATE TABLE customer (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code char(6) NOT NULL,
    region smallint NOT NULL,
    email email UNIQUE,
    work work_email,
    mood sales.mood NOT NULL DEFAULT 'OK',
    moods sales.mood[],
    vip boolean NOT NULL DEFAULT false,
    flags boolean[] NOT NULL,
    joined_at timestamptz(3) NOT NULL DEFAULT now(),
    born date,
    nothing nothing,
    CONSTRAINT customer_code UNIQUE (region, code) INCLUDE (vip)
);
COMMENT ON TABLE customer IS E'People who buy.\nSecond line.';
COMMENT ON COLUMN customer.code IS 'Printed on the card.';

CREATE TABLE sales.orders (
    id serial PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customer,
    customer_code char(6),
    customer_region smallint,
    total numeric(12,2) NOT NULL CHECK (total > 0),
    net numeric NOT NULL,
    total_cents bigint GENERATED ALWAYS AS ((total * 100)::bigint) STORED,
    placed_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    note text,
    search tsvector,
    during tsrange NOT NULL,
    number integer NOT NULL DEFAULT 7,
    dropped integer,
    label varchar(20) NOT NULL DEFAULT 'it''s'::text,
    previous integer REFERENCES sales.orders (id),
    FOREIGN KEY (customer_code, customer_region) REFERENCES customer (code, region) MATCH FULL,
    EXCLUDE USING gist (during WITH &&)
);
ALTER TABLE sales.orders DROP COLUMN dropped;
CREATE UNIQUE INDEX orders_open ON sales.orders (customer_id) WHERE note IS NULL;
CREATE UNIQUE INDEX orders_label ON sales.orders (lower(label));
CREATE UNIQUE INDEX orders_number ON sales.orders (number, label);

CREATE TABLE every_type (
    a boolean NOT NULL, b smallint NOT NULL, c integer NOT NULL, d bigint NOT NULL, e real NOT NULL,
    f double precision NOT NULL, g numeric(40,20) NOT NULL, h numeric(3,-2) NOT NULL, i numeric(2,5) NOT NULL,
    j text NOT NULL, k varchar NOT NULL, l varchar(7) NOT NULL, m char NOT NULL, n char(3) NOT NULL,
    o bytea NOT NULL, p date NOT NULL, q time NOT NULL, r time(0) NOT NULL, s timetz(2) NOT NULL,
    t timestamp(1) NOT NULL, u timestamptz NOT NULL, v interval NOT NULL, w interval(3) NOT NULL,
    x interval year to month NOT NULL, y uuid NOT NULL, z json NOT NULL, aa jsonb NOT NULL, ab inet NOT NULL,
    ac cidr NOT NULL, ad macaddr NOT NULL, ae macaddr8 NOT NULL, af bit NOT NULL, ag bit(5) NOT NULL,
    ah bit varying NOT NULL, ai bit varying(9) NOT NULL, aj name NOT NULL, ak "char" NOT NULL, al xml NOT NULL,
    am money, an point, ao int4range, ap point3, aq oid DEFAULT 1, ar prices NOT NULL, at cents[] NOT NULL,
    au varchar(5)[] NOT NULL, av numeric(9,3)[], aw bytea[] NOT NULL, ax timestamp(2)[] NOT NULL, ay tsquery[]
);

-- Two tables of one name, and two references to one parent.
CREATE TABLE archive.customer (
    id integer NOT NULL,
    moved_to bigint REFERENCES public.customer (id),
    moved_from bigint NOT NULL REFERENCES public.customer (id)
);

-- Composite keys whose columns stand in another order than their numbers.
CREATE TABLE shelf (room integer, place smallint, name text NOT NULL, PRIMARY KEY (place, room));
CREATE TABLE box (
    room integer NOT NULL, place smallint NOT NULL, number integer NOT NULL,
    PRIMARY KEY (room, place, number), FOREIGN KEY (place, room) REFERENCES shelf
);

CREATE TABLE measurement (
    taken date NOT NULL, sensor integer NOT NULL, value double precision, PRIMARY KEY (taken, sensor)
) PARTITION BY RANGE (taken);
CREATE TABLE measurement_old PARTITION OF measurement FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
CREATE TABLE measurement_new PARTITION OF measurement DEFAULT;
CREATE TABLE remark (
    taken date NOT NULL, sensor integer NOT NULL, remark text,
    FOREIGN KEY (taken, sensor) REFERENCES measurement
);

CREATE TABLE animal (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE dog (breed text) INHERITS (animal);

-- A cycle; the nullable side gives way.
CREATE TABLE department (id integer PRIMARY KEY, head integer);
CREATE TABLE person (id integer PRIMARY KEY, department_id integer NOT NULL REFERENCES department);
ALTER TABLE department ADD FOREIGN KEY (head) REFERENCES person;

CREATE TABLE nothing_left (words tsvector);
CREATE VIEW view_of_customer AS SELECT id FROM customer;
CREATE MATERIALIZED VIEW materialized AS SELECT 1 AS one;
CREATE UNLOGGED TABLE unlogged (a integer UNIQUE NULLS NOT DISTINCT, id text);
