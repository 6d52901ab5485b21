-- Product catalogue: categories in a tree with paths, products in several categories, typed attributes (exactly one value), price tiers.
CREATE TYPE attribute_kind AS ENUM ('number', 'text', 'flag', 'choice');
CREATE TABLE category (
    id     integer PRIMARY KEY,
    parent integer REFERENCES category (id) ON DELETE RESTRICT,
    name   varchar(80) NOT NULL,
    place  smallint NOT NULL DEFAULT 0,
    UNIQUE (parent, name)
);
CREATE TABLE category_path (
    ancestor   integer NOT NULL REFERENCES category,
    descendant integer NOT NULL REFERENCES category,
    distance   smallint NOT NULL CHECK (distance >= 0),
    PRIMARY KEY (ancestor, descendant),
    CHECK (ancestor <> descendant OR distance = 0)
);
CREATE TABLE brand (
    id   smallint PRIMARY KEY,
    name text NOT NULL UNIQUE
);
CREATE TABLE product (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sku      varchar(20) NOT NULL UNIQUE CHECK (sku SIMILAR TO '[A-Z]{3}-[0-9]{6}'),
    ean      char(13) UNIQUE CHECK (ean ~ '^[0-9]{13}$'),
    brand_id smallint REFERENCES brand,
    main_category integer NOT NULL REFERENCES category,
    name     text NOT NULL,
    specs    jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(specs) = 'object'),
    weight_g integer CHECK (weight_g > 0),
    list_price numeric(10,2) NOT NULL CHECK (list_price > 0),
    sale_price numeric(10,2) CHECK (sale_price > 0),
    valid    daterange,
    CHECK (sale_price < list_price)
);
CREATE TABLE product_category (
    product_id  bigint NOT NULL REFERENCES product ON DELETE CASCADE,
    category_id integer NOT NULL REFERENCES category,
    PRIMARY KEY (product_id, category_id)
);
CREATE TABLE attribute (
    id   smallint PRIMARY KEY,
    name text NOT NULL,
    kind attribute_kind NOT NULL,
    unit varchar(8),
    UNIQUE (id, kind),
    CHECK (kind = 'number' OR unit IS NULL)
);
CREATE TABLE attribute_choice (
    attribute_id smallint NOT NULL REFERENCES attribute,
    number       smallint NOT NULL CHECK (number >= 1),
    label        text NOT NULL,
    PRIMARY KEY (attribute_id, number)
);
CREATE TABLE product_attribute (
    product_id   bigint NOT NULL REFERENCES product,
    attribute_id smallint NOT NULL,
    kind         attribute_kind NOT NULL,
    as_number    double precision,
    as_text      text,
    as_flag      boolean,
    as_choice    smallint,
    PRIMARY KEY (product_id, attribute_id),
    FOREIGN KEY (attribute_id, kind) REFERENCES attribute (id, kind),
    FOREIGN KEY (attribute_id, as_choice) REFERENCES attribute_choice (attribute_id, number),
    CHECK (num_nonnulls(as_number, as_text, as_flag, as_choice) = 1)
);
CREATE TABLE price_tier (
    product_id bigint NOT NULL REFERENCES product,
    min_qty    integer NOT NULL CHECK (min_qty >= 1),
    price      numeric(10,4) NOT NULL CHECK (price >= 0.0001),
    PRIMARY KEY (product_id, min_qty)
);
CREATE TABLE related (
    product_id bigint NOT NULL REFERENCES product,
    other_id   bigint NOT NULL REFERENCES product,
    kind       text NOT NULL CHECK (kind IN ('accessory', 'successor', 'similar')),
    PRIMARY KEY (product_id, other_id, kind),
    CHECK (product_id != other_id)
);
