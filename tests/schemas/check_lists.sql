-- CHECK lists: IN, = ANY of an array, OR of equalities, enums and parts of enums, NOT IN, lists of every type.
CREATE TYPE color AS ENUM ('red', 'green', 'blue', 'black', 'white');
CREATE TABLE lists (
    id integer PRIMARY KEY,
    a  text NOT NULL CHECK (a IN ('one', 'two', 'three')),
    b  varchar(10) CHECK (b = ANY (ARRAY['x', 'y'])),
    c  integer CHECK (c = 1 OR c = 2 OR c = 4 OR c = 8),
    d  color NOT NULL CHECK (d <> 'black'),
    e  color CHECK (e IN ('red', 'green')),
    f  color CHECK (f < 'blue'),
    g  text CHECK (g NOT IN ('', 'null', 'none')),
    h  numeric(3,2) NOT NULL CHECK (h IN (0.05, 0.07, 0.19)),
    i  date CHECK (i IN ('2024-01-01', '2024-12-25')),
    j  boolean CHECK (j),
    k  char(1) CHECK (k IN ('M', 'F')),
    l  smallint CHECK (l = ANY ('{1,3,5,7}')),
    m  integer CHECK (m <> ALL (ARRAY[0, 13])),
    n  text CHECK (n IN ('it''s', 'a "quote"', 'back\slash', 'new' || chr(10) || 'line')),
    o  text CHECK (o = 'only'),
    p  text CHECK (lower(p) IN ('yes', 'no')),
    q  uuid CHECK (q IN ('00000000-0000-0000-0000-000000000001', 'ffffffff-ffff-ffff-ffff-ffffffffffff')),
    r  text CHECK ((r)::text = ANY ((ARRAY['aa'::character varying, 'bb'::character varying])::text[]))
);
CREATE TABLE of_labels (
    color color PRIMARY KEY,
    hex   text NOT NULL CHECK (hex IN ('f00', '0f0', '00f', '000', 'fff'))
);
CREATE TABLE unique_of_list (
    size text NOT NULL CHECK (size IN ('S', 'M', 'L', 'XL')),
    color color NOT NULL REFERENCES of_labels,
    PRIMARY KEY (size, color)
);
