-- IoT telemetry: readings partitioned by time with a default, devices of a site, calibrations of a sensor, readings without a key.
CREATE TABLE site (
    id       uuid PRIMARY KEY,
    position point,
    subnet   cidr NOT NULL
);
CREATE TABLE device (
    mac      macaddr PRIMARY KEY,
    site_id  uuid NOT NULL REFERENCES site,
    address  inet UNIQUE,
    firmware text NOT NULL CHECK (firmware ~ '^[0-9]+\.[0-9]+\.[0-9]+$'),
    battery  smallint CHECK (battery BETWEEN 0 AND 100)
);
CREATE TABLE sensor (
    mac     macaddr NOT NULL REFERENCES device,
    channel smallint NOT NULL CHECK (channel BETWEEN 0 AND 15),
    unit    text NOT NULL CHECK (unit IN ('C', '%', 'hPa', 'lx', 'V')),
    low     real NOT NULL,
    high    real NOT NULL CHECK (high > low),
    PRIMARY KEY (mac, channel)
);
CREATE TABLE calibration (
    mac     macaddr NOT NULL,
    channel smallint NOT NULL,
    at      timestamptz NOT NULL,
    "offset" double precision NOT NULL CHECK ("offset" > -10 AND "offset" < 10),
    factor  double precision NOT NULL DEFAULT 1 CHECK (factor BETWEEN 0.5 AND 2),
    PRIMARY KEY (mac, channel, at),
    FOREIGN KEY (mac, channel) REFERENCES sensor
);
CREATE TABLE reading (
    mac      macaddr NOT NULL,
    channel  smallint NOT NULL,
    at       timestamptz NOT NULL,
    value    real NOT NULL CHECK (value <> 'NaN'),
    quality  "char" NOT NULL DEFAULT 'g',
    PRIMARY KEY (mac, channel, at),
    FOREIGN KEY (mac, channel) REFERENCES sensor
) PARTITION BY RANGE (at);
CREATE TABLE reading_2023 PARTITION OF reading FOR VALUES FROM ('2023-01-01 00:00+00') TO ('2024-01-01 00:00+00');
CREATE TABLE reading_2024 PARTITION OF reading FOR VALUES FROM ('2024-01-01 00:00+00') TO ('2025-01-01 00:00+00') PARTITION BY LIST (channel);
CREATE TABLE reading_2024_low PARTITION OF reading_2024 FOR VALUES IN (0, 1, 2, 3);
CREATE TABLE reading_2024_rest PARTITION OF reading_2024 DEFAULT;
CREATE TABLE alarm (
    at      timestamptz NOT NULL,
    mac     macaddr REFERENCES device,
    level   smallint NOT NULL CHECK (level >= 0 AND level < 8),
    message text
) PARTITION BY RANGE (at);
CREATE TABLE alarm_h1 PARTITION OF alarm FOR VALUES FROM ('2024-01-01 00:00+00') TO ('2024-07-01 00:00+00');
CREATE TABLE alarm_h2 PARTITION OF alarm FOR VALUES FROM ('2024-07-01 00:00+00') TO ('2025-01-01 00:00+00');
CREATE INDEX alarm_at ON alarm USING brin (at);
