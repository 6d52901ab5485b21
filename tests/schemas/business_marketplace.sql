-- A marketplace: sales that are whole or not at all, auctions with bids in order, followers, triggers.
CREATE TABLE country (
    iso2 char(2) PRIMARY KEY CHECK (iso2 ~ '^[A-Z]{2}$'),
    iso3 char(3) NOT NULL UNIQUE CHECK (iso3 ~ '^[A-Z]{3}$'),
    name text NOT NULL UNIQUE
);
CREATE TABLE seller (
    id bigint PRIMARY KEY,
    country char(2) NOT NULL REFERENCES country,
    vat varchar(14) UNIQUE,
    rating numeric(2,1) CHECK (rating >= 0 AND rating <= 5),
    ratings int NOT NULL DEFAULT 0 CHECK (ratings >= 0),
    email text NOT NULL,
    CONSTRAINT rated CHECK ((ratings = 0) = (rating IS NULL)),
    CHECK (length(vat) BETWEEN 8 AND 14)
);
CREATE UNIQUE INDEX ON seller (lower(email));
CREATE TABLE item (
    sku text PRIMARY KEY CHECK (sku ~ '^[A-Z]{2,4}-[0-9]{4,8}$'),
    seller_id bigint NOT NULL REFERENCES seller,
    title varchar(120) NOT NULL CHECK (char_length(title) >= 3),
    price_cents int NOT NULL CHECK (price_cents > 0),
    sale_cents int,
    sale_from timestamp,
    sale_to timestamp,
    stock int NOT NULL,
    sold int NOT NULL DEFAULT 0,
    tags text[] NOT NULL,
    attrs jsonb,
    weight_g int,
    dims int[],
    CHECK (sale_cents < price_cents),
    CHECK (num_nonnulls(sale_cents, sale_from, sale_to) IN (0, 3)),
    CHECK (sale_to > sale_from),
    CHECK (stock >= 0 AND sold >= 0),
    CHECK (cardinality(tags) BETWEEN 1 AND 5),
    CHECK (array_position(tags, NULL) IS NULL),
    CHECK (dims IS NULL OR array_length(dims, 1) = 3),
    CHECK (0 < ALL (dims)),
    CHECK (attrs IS NULL OR attrs ? 'color'),
    UNIQUE (seller_id, title)
);
CREATE TABLE auction (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sku text NOT NULL REFERENCES item,
    starts timestamptz NOT NULL,
    ends timestamptz NOT NULL,
    reserve numeric(10,2),
    buy_now numeric(10,2),
    winner bigint,
    state smallint NOT NULL CHECK (state = ANY ('{0,1,2,3}')),
    CHECK (ends - starts BETWEEN interval '1 day' AND interval '30 days'),
    CHECK (buy_now > reserve OR reserve IS NULL),
    CHECK (state <> 3 OR winner IS NOT NULL),
    CHECK (state = 3 OR winner IS NULL)
);
CREATE TABLE bidder (
    id bigint PRIMARY KEY,
    nick varchar(30) UNIQUE NOT NULL CHECK (nick !~ '[^a-z0-9_]'),
    birthday date CHECK (birthday < '2007-01-01'),
    referrer bigint REFERENCES bidder,
    CHECK (referrer < id)
);
ALTER TABLE auction ADD FOREIGN KEY (winner) REFERENCES bidder;
CREATE TABLE bid (
    auction_id int NOT NULL REFERENCES auction,
    n int NOT NULL CHECK (n > 0),
    bidder_id bigint NOT NULL REFERENCES bidder,
    amount numeric(10,2) NOT NULL CHECK (amount >= 1),
    max_amount numeric(10,2),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ip inet,
    retracted boolean NOT NULL DEFAULT false,
    PRIMARY KEY (auction_id, n),
    UNIQUE (auction_id, amount),
    CHECK (max_amount >= amount),
    CHECK (family(ip) = 4 OR masklen(ip) = 128)
);
CREATE TABLE feedback (
    auction_id int PRIMARY KEY REFERENCES auction,
    by_buyer text,
    by_seller text,
    score smallint NOT NULL DEFAULT 0 CHECK (score IN (-1,0,1)),
    CHECK (coalesce(by_buyer, by_seller) IS NOT NULL),
    CHECK (by_buyer <> ''),
    CHECK (length(by_seller) < 200)
);
CREATE TABLE follows (
    a bigint REFERENCES bidder,
    b bigint REFERENCES bidder,
    mutual bool NOT NULL,
    since date NOT NULL,
    PRIMARY KEY (a, b),
    CHECK (a <> b),
    CHECK (NOT mutual OR a < b)
);
CREATE MATERIALIZED VIEW top AS SELECT seller_id, count(*) FROM item GROUP BY 1;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.sold := coalesce(NEW.sold, 0); RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE INSERT ON item FOR EACH ROW EXECUTE FUNCTION touch();
