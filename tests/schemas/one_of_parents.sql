-- References that lead where another one of their row does: a winner is one of two, whoever signs wrote or read.
CREATE TABLE team (id serial PRIMARY KEY, name text NOT NULL);
CREATE TABLE game (
    id bigserial PRIMARY KEY,
    winner_id int REFERENCES team,
    home_id int NOT NULL REFERENCES team,
    away_id int NOT NULL REFERENCES team,
    CHECK (home_id <> away_id),
    CHECK (winner_id IN (home_id, away_id))
);

-- Pairs of uuids in their order.
CREATE TABLE person (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text);
CREATE TABLE friendship (
    a uuid NOT NULL REFERENCES person,
    b uuid NOT NULL REFERENCES person,
    requested_by uuid NOT NULL REFERENCES person,
    since date NOT NULL,
    PRIMARY KEY (a, b),
    CHECK (a < b),
    CHECK (requested_by IN (a, b))
);
CREATE TABLE deal (
    id int PRIMARY KEY,
    payer uuid NOT NULL REFERENCES person,
    payee uuid NOT NULL REFERENCES person,
    disputed_by uuid REFERENCES person,
    CHECK (payer <> payee AND (disputed_by IS NULL OR disputed_by = payer OR disputed_by = payee))
);

-- Within a tenant, and told apart whole.
CREATE TABLE warehouse (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE bin (
    warehouse_id int REFERENCES warehouse,
    aisle char(2) CHECK (aisle ~ '^[A-Z]{2}$'),
    bay smallint CHECK (bay BETWEEN 1 AND 99),
    PRIMARY KEY (warehouse_id, aisle, bay)
);
CREATE TABLE move (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    warehouse_id int NOT NULL,
    from_aisle char(2) NOT NULL,
    from_bay smallint NOT NULL,
    to_aisle char(2) NOT NULL,
    to_bay smallint NOT NULL,
    FOREIGN KEY (warehouse_id, from_aisle, from_bay) REFERENCES bin,
    FOREIGN KEY (warehouse_id, to_aisle, to_bay) REFERENCES bin,
    CHECK ((from_aisle, from_bay) IS DISTINCT FROM (to_aisle, to_bay))
);

-- Quests below a root, by way of others.
CREATE TABLE quest (
    id int PRIMARY KEY,
    root_id int NOT NULL REFERENCES quest,
    parent_id int REFERENCES quest,
    depth smallint NOT NULL CHECK (depth BETWEEN 0 AND 8),
    CHECK ((depth = 0) = (root_id = id)),
    CHECK ((depth = 0) = (parent_id IS NULL)),
    CHECK (parent_id <> id AND (depth > 1) >= (parent_id <> root_id))
);
CREATE TABLE score (
    id int PRIMARY KEY,
    kills int NOT NULL CHECK (kills >= 0),
    deaths int NOT NULL CHECK (deaths >= 0),
    best int CHECK (best <= 2 * LEAST(kills, deaths) + 1),
    CHECK (kills / GREATEST(deaths, 1) <= 40)
);
