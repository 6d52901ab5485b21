-- The Telecommunication Application Transaction Processing benchmark (TATP 1.0): narrow composite keys below the subscriber. Plain SQL.
CREATE TABLE subscriber (
    s_id         integer     NOT NULL PRIMARY KEY,
    sub_nbr      varchar(15) NOT NULL UNIQUE,
    bit_1        smallint CHECK (bit_1 IN (0, 1)),
    bit_2        smallint CHECK (bit_2 IN (0, 1)),
    bit_3        smallint CHECK (bit_3 IN (0, 1)),
    bit_4        smallint CHECK (bit_4 IN (0, 1)),
    bit_5        smallint CHECK (bit_5 IN (0, 1)),
    hex_1        smallint CHECK (hex_1 BETWEEN 0 AND 15),
    hex_2        smallint CHECK (hex_2 BETWEEN 0 AND 15),
    hex_3        smallint CHECK (hex_3 BETWEEN 0 AND 15),
    byte2_1      smallint CHECK (byte2_1 BETWEEN 0 AND 255),
    byte2_2      smallint CHECK (byte2_2 BETWEEN 0 AND 255),
    byte2_3      smallint CHECK (byte2_3 BETWEEN 0 AND 255),
    msc_location integer,
    vlr_location integer
);

CREATE TABLE access_info (
    s_id    integer  NOT NULL,
    ai_type smallint NOT NULL CHECK (ai_type BETWEEN 1 AND 4),
    data1   smallint,
    data2   smallint,
    data3   varchar(3),
    data4   varchar(5),
    PRIMARY KEY (s_id, ai_type),
    FOREIGN KEY (s_id) REFERENCES subscriber (s_id)
);

CREATE TABLE special_facility (
    s_id        integer  NOT NULL,
    sf_type     smallint NOT NULL CHECK (sf_type IN (1, 2, 3, 4)),
    is_active   smallint NOT NULL CHECK (is_active IN (0, 1)),
    error_cntrl smallint,
    data_a      smallint,
    data_b      char(5),
    PRIMARY KEY (s_id, sf_type),
    FOREIGN KEY (s_id) REFERENCES subscriber (s_id)
);

CREATE TABLE call_forwarding (
    s_id       integer  NOT NULL,
    sf_type    smallint NOT NULL,
    start_time smallint NOT NULL CHECK (start_time IN (0, 8, 16)),
    end_time   smallint CHECK (end_time BETWEEN 1 AND 24),
    numberx    varchar(15),
    PRIMARY KEY (s_id, sf_type, start_time),
    FOREIGN KEY (s_id, sf_type) REFERENCES special_facility (s_id, sf_type),
    CHECK (end_time > start_time)
);
