-- Several schemas with tables, types and domains of one name, references across them, a table called like its schema.
CREATE SCHEMA sales;
CREATE SCHEMA stock;
CREATE SCHEMA "Übersee-1";
CREATE TYPE sales.state AS ENUM ('open', 'closed');
CREATE TYPE stock.state AS ENUM ('full', 'empty', 'open');
CREATE DOMAIN sales.amount AS numeric(10,2) CHECK (VALUE > 0);
CREATE DOMAIN stock.amount AS integer CHECK (VALUE >= 0);
CREATE TABLE item (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE stock.item (
    id     integer PRIMARY KEY REFERENCES public.item,
    state  stock.state NOT NULL,
    amount stock.amount NOT NULL
);
CREATE TABLE sales.item (
    id      bigint PRIMARY KEY,
    item_id integer NOT NULL REFERENCES stock.item (id),
    state   sales.state NOT NULL,
    amount  sales.amount NOT NULL
);
CREATE TABLE sales.sales (
    id      integer PRIMARY KEY,
    item_id bigint NOT NULL REFERENCES sales.item,
    public_item integer REFERENCES public.item
);
CREATE TABLE "Übersee-1".item (
    id    integer PRIMARY KEY,
    "Art" sales.state,
    other stock.state[]
);
CREATE TABLE "Übersee-1"."sales.item" (
    a bigint NOT NULL REFERENCES sales.item,
    b integer NOT NULL REFERENCES "Übersee-1".item,
    PRIMARY KEY (a, b)
);
