-- Subtypes: a child is of one kind only, and refers to parents of that kind by a column that a check or the database fixes. Plain SQL.
CREATE TABLE vehicle (
    id   integer NOT NULL PRIMARY KEY,
    kind char(1) NOT NULL CHECK (kind IN ('c', 't')),
    name varchar(20),
    UNIQUE (id, kind)
);

CREATE TABLE car (
    id    integer  NOT NULL PRIMARY KEY,
    kind  char(1)  NOT NULL DEFAULT 'c' CHECK (kind = 'c'),
    doors smallint NOT NULL CHECK (doors BETWEEN 2 AND 5),
    FOREIGN KEY (id, kind) REFERENCES vehicle (id, kind)
);

CREATE TABLE truck (
    id      integer NOT NULL PRIMARY KEY,
    kind    char(1) NOT NULL DEFAULT 't' CHECK (kind = 't'),
    load_kg integer NOT NULL CHECK (load_kg > 0),
    FOREIGN KEY (id, kind) REFERENCES vehicle (id, kind)
);

CREATE TABLE parking (
    id     integer NOT NULL PRIMARY KEY,
    car_id integer NOT NULL,
    kind   char(1) NOT NULL CHECK (kind IN ('c')),
    FOREIGN KEY (car_id, kind) REFERENCES vehicle (id, kind)
);

-- Kinds by several columns, of which a check leaves some combinations.
CREATE TABLE partner (
    id          integer NOT NULL PRIMARY KEY,
    is_customer boolean NOT NULL,
    is_vendor   boolean NOT NULL,
    UNIQUE (id, is_customer),
    UNIQUE (id, is_vendor),
    CHECK (is_customer OR is_vendor)
);

CREATE TABLE sale (
    id         integer NOT NULL PRIMARY KEY,
    partner_id integer NOT NULL,
    is_customer boolean NOT NULL DEFAULT true CHECK (is_customer),
    FOREIGN KEY (partner_id, is_customer) REFERENCES partner (id, is_customer)
);

CREATE TABLE purchase (
    id         integer NOT NULL PRIMARY KEY,
    partner_id integer NOT NULL,
    is_vendor  boolean NOT NULL DEFAULT true CHECK (is_vendor),
    FOREIGN KEY (partner_id, is_vendor) REFERENCES partner (id, is_vendor)
);

CREATE TABLE item (
    sku            integer NOT NULL PRIMARY KEY,
    lot_tracked    boolean NOT NULL,
    serial_tracked boolean NOT NULL,
    UNIQUE (sku, lot_tracked, serial_tracked),
    CHECK (NOT (lot_tracked AND serial_tracked))
);

CREATE TABLE serial_number (
    sku            integer NOT NULL,
    lot_tracked    boolean NOT NULL,
    serial_tracked boolean NOT NULL CHECK (serial_tracked),
    serial         integer NOT NULL,
    PRIMARY KEY (sku, serial),
    FOREIGN KEY (sku, lot_tracked, serial_tracked) REFERENCES item (sku, lot_tracked, serial_tracked)
);

-- Values of many types, of which the kind of the question says which is there.
CREATE TABLE question (
    id   integer NOT NULL PRIMARY KEY,
    kind varchar(10) NOT NULL CHECK (kind IN ('truth', 'text', 'number', 'share', 'day')),
    UNIQUE (id, kind)
);

CREATE TABLE answer (
    question_id  integer NOT NULL,
    kind         varchar(10) NOT NULL,
    number       integer NOT NULL CHECK (number > 0),
    truth_value  boolean,
    text_value   varchar(200),
    number_value integer,
    share_value  double precision,
    day_value    date,
    PRIMARY KEY (question_id, number),
    FOREIGN KEY (question_id, kind) REFERENCES question (id, kind),
    CHECK ((CASE kind WHEN 'truth' THEN truth_value IS NOT NULL WHEN 'text' THEN text_value IS NOT NULL
                      WHEN 'number' THEN number_value IS NOT NULL WHEN 'share' THEN share_value IS NOT NULL
                      ELSE day_value IS NOT NULL END)),
    CHECK ((CASE WHEN truth_value IS NULL THEN 0 ELSE 1 END) + (CASE WHEN text_value IS NULL THEN 0 ELSE 1 END)
           + (CASE WHEN number_value IS NULL THEN 0 ELSE 1 END) + (CASE WHEN share_value IS NULL THEN 0 ELSE 1 END)
           + (CASE WHEN day_value IS NULL THEN 0 ELSE 1 END) = 1)
);

-- Persons and teams are principals of a tenant; who is in a team is any principal, who let them in a person.
CREATE TABLE principal (
    tenant integer     NOT NULL,
    number integer     NOT NULL,
    kind   varchar(10) NOT NULL CHECK (kind IN ('person', 'team', 'service')),
    PRIMARY KEY (tenant, number),
    UNIQUE (tenant, number, kind)
);

CREATE TABLE person (
    tenant integer     NOT NULL,
    number integer     NOT NULL,
    kind   varchar(10) NOT NULL DEFAULT 'person' CHECK (kind = 'person'),
    PRIMARY KEY (tenant, number),
    FOREIGN KEY (tenant, number, kind) REFERENCES principal (tenant, number, kind)
);

CREATE TABLE team (
    tenant integer     NOT NULL,
    number integer     NOT NULL,
    kind   varchar(10) NOT NULL DEFAULT 'team' CHECK (kind = 'team'),
    PRIMARY KEY (tenant, number),
    FOREIGN KEY (tenant, number, kind) REFERENCES principal (tenant, number, kind)
);

CREATE TABLE team_member (
    tenant     integer NOT NULL,
    team       integer NOT NULL,
    member     integer NOT NULL,
    granted_by integer NOT NULL,
    PRIMARY KEY (tenant, team, member),
    FOREIGN KEY (tenant, team) REFERENCES team (tenant, number),
    FOREIGN KEY (tenant, member) REFERENCES principal (tenant, number),
    FOREIGN KEY (tenant, granted_by) REFERENCES person (tenant, number),
    CHECK (granted_by <> member)
);

-- A trade is between two orders of one market, of which one buys and the other sells: two references each.
CREATE TABLE market (id integer PRIMARY KEY);

CREATE TABLE orders (
    id     bigint  PRIMARY KEY,
    market integer NOT NULL REFERENCES market,
    side   char(4) NOT NULL CHECK (side IN ('buy', 'sell')),
    UNIQUE (id, market),
    UNIQUE (id, side)
);

CREATE TABLE trade (
    id        integer PRIMARY KEY,
    market    integer NOT NULL,
    buy       bigint  NOT NULL,
    buy_side  char(4) NOT NULL DEFAULT 'buy' CHECK (buy_side = 'buy'),
    sell      bigint  NOT NULL,
    sell_side char(4) NOT NULL DEFAULT 'sell' CHECK (sell_side = 'sell'),
    FOREIGN KEY (buy, market) REFERENCES orders (id, market),
    FOREIGN KEY (sell, market) REFERENCES orders (id, market),
    FOREIGN KEY (buy, buy_side) REFERENCES orders (id, side),
    FOREIGN KEY (sell, sell_side) REFERENCES orders (id, side)
);
