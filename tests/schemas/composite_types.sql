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
