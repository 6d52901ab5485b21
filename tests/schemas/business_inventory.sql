-- Inventory: bins addressed by four narrow columns, stock by bin and lot, moves between different bins, units that convert, counts.
CREATE TABLE unit (
    code   varchar(6) PRIMARY KEY,
    base   varchar(6) NOT NULL REFERENCES unit,
    factor numeric(20,10) NOT NULL CHECK (factor > 0)
);
CREATE TABLE warehouse (
    id   char(3) PRIMARY KEY,
    zone text NOT NULL DEFAULT 'UTC'
);
CREATE TABLE bin (
    warehouse char(3) NOT NULL REFERENCES warehouse,
    aisle     char(1) NOT NULL CHECK (aisle >= 'A' AND aisle <= 'Z'),
    shelf     smallint NOT NULL CHECK (shelf BETWEEN 1 AND 40),
    level     smallint NOT NULL CHECK (level BETWEEN 0 AND 9),
    max_kg    real CHECK (max_kg > 0),
    blocked   boolean,
    PRIMARY KEY (warehouse, aisle, shelf, level)
);
CREATE TABLE part (
    number   varchar(18) PRIMARY KEY,
    unit     varchar(6) NOT NULL REFERENCES unit,
    replaces varchar(18) UNIQUE REFERENCES part,
    min_qty  numeric(12,3) NOT NULL,
    max_qty  numeric(12,3) NOT NULL,
    CHECK (0 <= min_qty),
    CHECK (min_qty < max_qty)
);
CREATE TABLE lot (
    part    varchar(18) NOT NULL REFERENCES part,
    lot     integer NOT NULL,
    made    date NOT NULL,
    expires date CHECK (expires > made + interval '30 days'),
    PRIMARY KEY (part, lot)
);
CREATE TABLE stock (
    warehouse char(3) NOT NULL,
    aisle     char(1) NOT NULL,
    shelf     smallint NOT NULL,
    level     smallint NOT NULL,
    part      varchar(18) NOT NULL,
    lot       integer NOT NULL,
    quantity  numeric(12,3) NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (warehouse, aisle, shelf, level, part, lot),
    FOREIGN KEY (warehouse, aisle, shelf, level) REFERENCES bin,
    FOREIGN KEY (part, lot) REFERENCES lot
);
CREATE TABLE move (
    id        bigserial PRIMARY KEY,
    part      varchar(18) NOT NULL,
    lot       integer NOT NULL,
    warehouse char(3) NOT NULL,
    from_aisle char(1), from_shelf smallint, from_level smallint,
    to_aisle  char(1), to_shelf smallint, to_level smallint,
    quantity  numeric(12,3) NOT NULL CHECK (quantity <> 0),
    moved_at  timestamp NOT NULL,
    FOREIGN KEY (part, lot) REFERENCES lot,
    FOREIGN KEY (warehouse, from_aisle, from_shelf, from_level) REFERENCES bin,
    FOREIGN KEY (warehouse, to_aisle, to_shelf, to_level) REFERENCES bin,
    CHECK (num_nulls(from_aisle, from_shelf, from_level) IN (0, 3)),
    CHECK (num_nulls(to_aisle, to_shelf, to_level) IN (0, 3)),
    CHECK (from_aisle IS NOT NULL OR to_aisle IS NOT NULL)
);
CREATE TABLE bill_of_materials (
    assembly  varchar(18) NOT NULL REFERENCES part,
    component varchar(18) NOT NULL REFERENCES part,
    place     smallint NOT NULL,
    quantity  numeric(9,3) NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (assembly, place),
    UNIQUE (assembly, component),
    CHECK (assembly <> component)
);
