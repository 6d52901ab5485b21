-- Composite types: in columns, nested, with arrays and enums inside, NOT NULL, with checks on their fields, of a table's row type.
CREATE TYPE currency AS ENUM ('EUR', 'USD');
CREATE TYPE price AS (amount numeric(10,2), currency currency);
CREATE TYPE place AS (name text, at point, tags text[]);
CREATE TYPE offer AS (price price, place place, valid daterange);
CREATE TABLE offers (
    id    integer PRIMARY KEY,
    price price NOT NULL,
    old   price,
    place place,
    whole offer,
    all_prices price[],
    CHECK ((price).amount >= 0)
);
CREATE TABLE copies (
    id    integer PRIMARY KEY,
    offer offers
);
CREATE TABLE of_price OF price (PRIMARY KEY (amount), CHECK (amount > 0));

-- With checks on attributes, of the table and of domains over composites, beside other columns.
CREATE TYPE strength_raw AS (amount numeric(10,4), unit text, per_ml numeric(8,3));
CREATE DOMAIN strength AS strength_raw CHECK ((VALUE).amount > 0 AND (VALUE).unit IN ('mg', 'ug', 'g', 'IU') AND
    ((VALUE).per_ml IS NULL OR (VALUE).per_ml > 0));
CREATE TYPE size_raw AS ("what" text, "size in cm" numeric(7,1), "approx." boolean);
CREATE DOMAIN size AS size_raw CHECK ((VALUE)."what" = ANY (ARRAY['height', 'width', 'depth']) AND (VALUE)."size in cm" > 0);
CREATE TYPE address AS (street text, zip varchar(10), country char(2));
CREATE TABLE medicines (
    id         integer PRIMARY KEY,
    strength   strength NOT NULL,
    other      strength,
    size       size,
    maker      address NOT NULL,
    dose       numeric(12,4) NOT NULL,
    CHECK (dose <= 10 * (strength).amount AND dose > 0),
    CHECK ((maker).country IN ('DE', 'FR', 'US') AND (maker).zip ~ '^[0-9]{5}$' AND (maker).street IS NOT NULL),
    CHECK (maker IS NOT NULL)
);
