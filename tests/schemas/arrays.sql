-- Arrays of everything, with dimensions, bounds, checks on their size and elements, as unique columns.
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN small AS integer CHECK (VALUE < 10);
CREATE DOMAIN maybe_mail AS text CHECK (VALUE IS NULL OR VALUE LIKE '%_@_%');
CREATE TYPE pair AS (x integer, y text);
CREATE TABLE arrays (
    id  integer PRIMARY KEY,
    a   boolean[], b smallint[], c integer[] NOT NULL, d bigint[], e real[], f double precision[],
    g   numeric(10,2)[], h text[] NOT NULL DEFAULT '{}', i varchar(5)[], j char(3)[], k bytea[],
    l   date[], m time[], n timetz[], o timestamp[], p timestamptz[], q interval[],
    r   uuid[], s json[], t jsonb[], u inet[], v cidr[], w macaddr[], x bit(4)[], y varbit[],
    z   mood[],
    aa  small[], ab pair[], ac int4range[], ad tstzrange[], ae point[], af money[], ag xml[], ah oid[], ai name[], aj "char"[],
    ak  integer[][], al integer[3], am text[][][]
);
CREATE TABLE checked_arrays (
    a integer[] NOT NULL CHECK (cardinality(a) BETWEEN 1 AND 4),
    b text[] CHECK (array_length(b, 1) <= 3),
    c integer[] CHECK (0 < ALL (c)),
    d text[] CHECK (array_position(d, NULL) IS NULL),
    e mood[] CHECK (e <@ ARRAY['sad', 'ok']::mood[]),
    f integer[] NOT NULL UNIQUE,
    g text[] CHECK (g <> '{}'),
    h boolean[] NOT NULL CHECK (h && ARRAY[true]),
    i text[] CHECK (array_position(i, 'x') IS NOT NULL),
    j numeric(6,2)[] CHECK (0 < ALL (j::integer[])),
    k maybe_mail[]
);
