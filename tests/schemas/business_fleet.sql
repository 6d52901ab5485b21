-- A fleet: vehicles by class, trips between depots, cargo from a stop to a later one of the same trip.
CREATE TYPE vehicle_class AS ENUM ('car','van','truck');
CREATE TABLE depot (
    code char(3) PRIMARY KEY CHECK (code = upper(code)),
    name varchar(60) NOT NULL,
    lat numeric(9,6) NOT NULL CHECK (lat BETWEEN -90 AND 90),
    lon numeric(9,6) NOT NULL CHECK (lon BETWEEN -180 AND 180),
    opens time NOT NULL,
    closes time NOT NULL,
    capacity int NOT NULL CHECK (capacity > 0),
    reserved int NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    CHECK (opens < closes),
    CHECK (reserved <= capacity),
    UNIQUE (lat, lon)
);
CREATE TABLE vehicle (
    vin char(17) PRIMARY KEY CHECK (vin ~ '^[A-HJ-NPR-Z0-9]{17}$'),
    class vehicle_class NOT NULL,
    plate varchar(10) UNIQUE,
    seats smallint,
    payload_kg int,
    home char(3) NOT NULL REFERENCES depot,
    mileage int NOT NULL CHECK (mileage >= 0),
    bought date NOT NULL,
    scrapped date,
    CHECK ((class = 'truck') = (payload_kg IS NOT NULL)),
    CHECK (class <> 'car' OR seats BETWEEN 2 AND 9),
    CHECK (scrapped >= bought),
    CHECK (scrapped IS NOT NULL OR plate IS NOT NULL),
    UNIQUE (vin, class)
);
CREATE TABLE truck_licence (
    vin char(17) PRIMARY KEY,
    class vehicle_class NOT NULL DEFAULT 'truck' CHECK (class = 'truck'),
    axle_count smallint NOT NULL CHECK (axle_count IN (2,3,4,5)),
    weight_class char(1) GENERATED ALWAYS AS (CASE WHEN axle_count > 3 THEN 'H' ELSE 'L' END) STORED,
    FOREIGN KEY (vin, class) REFERENCES vehicle (vin, class)
);
CREATE TABLE driver (
    id int GENERATED ALWAYS AS IDENTITY (START WITH 1000 INCREMENT BY 5) PRIMARY KEY,
    licence varchar(20) NOT NULL UNIQUE,
    born date NOT NULL,
    hired date NOT NULL CHECK (hired >= DATE '2000-01-01'),
    grade char(2) CHECK (grade SIMILAR TO '[A-C][1-9]'),
    buddy int UNIQUE REFERENCES driver DEFERRABLE INITIALLY DEFERRED,
    CHECK (hired - born > 365*18),
    CHECK (buddy IS NULL OR buddy <> id)
);
CREATE TABLE trip (
    id bigint PRIMARY KEY,
    vin char(17) NOT NULL REFERENCES vehicle,
    driver_id int NOT NULL REFERENCES driver,
    co_driver_id int REFERENCES driver,
    origin char(3) NOT NULL REFERENCES depot,
    destination char(3) NOT NULL REFERENCES depot,
    departs timestamptz NOT NULL,
    arrives timestamptz NOT NULL,
    distance_km numeric(7,1) NOT NULL,
    fuel_l numeric(7,2),
    avg_kmh numeric(6,2),
    status text NOT NULL DEFAULT 'planned',
    period tstzrange GENERATED ALWAYS AS (tstzrange(departs, arrives)) STORED,
    CHECK (origin <> destination),
    CHECK (co_driver_id IS DISTINCT FROM driver_id),
    CHECK (arrives > departs AND arrives < departs + interval '3 days'),
    CHECK (distance_km > 0 AND distance_km < 3000),
    CHECK (fuel_l BETWEEN distance_km * 0.03 AND distance_km * 0.6),
    CHECK (status IN ('planned','running','done','cancelled')),
    CHECK ((status = 'done' AND fuel_l IS NOT NULL) OR (status <> 'done' AND fuel_l IS NULL)),
    UNIQUE (vin, departs)
);
CREATE TABLE stop (
    trip_id bigint REFERENCES trip ON DELETE CASCADE,
    ord smallint CHECK (ord > 0),
    depot char(3) NOT NULL REFERENCES depot,
    eta timestamptz NOT NULL,
    ata timestamptz,
    PRIMARY KEY (trip_id, ord),
    UNIQUE (trip_id, depot),
    CHECK (ata IS NULL OR abs(extract(epoch from ata - eta)) < 86400)
);
CREATE TABLE cargo (
    id uuid PRIMARY KEY,
    trip_id bigint NOT NULL,
    from_ord smallint NOT NULL,
    to_ord smallint NOT NULL,
    l int NOT NULL,
    w int NOT NULL,
    h int NOT NULL,
    volume int NOT NULL,
    fragile bool,
    insured_value money,
    FOREIGN KEY (trip_id, from_ord) REFERENCES stop,
    FOREIGN KEY (trip_id, to_ord) REFERENCES stop,
    CHECK (from_ord < to_ord),
    CHECK (l > 0 AND w > 0 AND h > 0),
    CHECK (volume = l * w * h),
    CHECK (insured_value IS NULL OR insured_value > 0::money)
);
