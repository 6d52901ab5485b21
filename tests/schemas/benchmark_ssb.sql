-- The Star Schema Benchmark (O'Neil, O'Neil, Chen 2009): one fact table, four dimensions, dates as yyyymmdd numbers. Plain SQL.
CREATE TABLE part (
    p_partkey   integer     NOT NULL PRIMARY KEY,
    p_name      varchar(22) NOT NULL,
    p_mfgr      varchar(6)  NOT NULL,
    p_category  varchar(7)  NOT NULL,
    p_brand1    varchar(9)  NOT NULL,
    p_color     varchar(11) NOT NULL,
    p_type      varchar(25) NOT NULL,
    p_size      smallint    NOT NULL CHECK (p_size BETWEEN 1 AND 50),
    p_container varchar(10) NOT NULL
);

CREATE TABLE supplier (
    s_suppkey integer     NOT NULL PRIMARY KEY,
    s_name    varchar(25) NOT NULL,
    s_address varchar(25) NOT NULL,
    s_city    varchar(10) NOT NULL,
    s_nation  varchar(15) NOT NULL,
    s_region  varchar(12) NOT NULL CHECK (s_region IN ('AFRICA', 'AMERICA', 'ASIA', 'EUROPE', 'MIDDLE EAST')),
    s_phone   varchar(15) NOT NULL
);

CREATE TABLE customer (
    c_custkey    integer     NOT NULL PRIMARY KEY,
    c_name       varchar(25) NOT NULL,
    c_address    varchar(25) NOT NULL,
    c_city       varchar(10) NOT NULL,
    c_nation     varchar(15) NOT NULL,
    c_region     varchar(12) NOT NULL,
    c_phone      varchar(15) NOT NULL,
    c_mktsegment varchar(10) NOT NULL
);

CREATE TABLE dim_date (
    d_datekey          integer     NOT NULL PRIMARY KEY CHECK (d_datekey BETWEEN 19920101 AND 19981231),
    d_date             varchar(18) NOT NULL,
    d_dayofweek        varchar(9)  NOT NULL,
    d_month            varchar(9)  NOT NULL,
    d_year             smallint    NOT NULL CHECK (d_year >= 1992 AND d_year <= 1998),
    d_yearmonthnum     integer     NOT NULL,
    d_yearmonth        varchar(7)  NOT NULL,
    d_daynuminweek     smallint    NOT NULL CHECK (d_daynuminweek BETWEEN 1 AND 7),
    d_daynuminmonth    smallint    NOT NULL CHECK (d_daynuminmonth BETWEEN 1 AND 31),
    d_daynuminyear     smallint    NOT NULL CHECK (d_daynuminyear BETWEEN 1 AND 366),
    d_monthnuminyear   smallint    NOT NULL CHECK (d_monthnuminyear BETWEEN 1 AND 12),
    d_weeknuminyear    smallint    NOT NULL CHECK (d_weeknuminyear BETWEEN 1 AND 53),
    d_sellingseason    varchar(12) NOT NULL,
    d_lastdayinweekfl  char(1)     NOT NULL CHECK (d_lastdayinweekfl IN ('0', '1')),
    d_lastdayinmonthfl char(1)     NOT NULL CHECK (d_lastdayinmonthfl IN ('0', '1')),
    d_holidayfl        char(1)     NOT NULL CHECK (d_holidayfl IN ('0', '1')),
    d_weekdayfl        char(1)     NOT NULL CHECK (d_weekdayfl IN ('0', '1'))
);

CREATE TABLE lineorder (
    lo_orderkey      bigint      NOT NULL,
    lo_linenumber    smallint    NOT NULL CHECK (lo_linenumber BETWEEN 1 AND 7),
    lo_custkey       integer     NOT NULL REFERENCES customer (c_custkey),
    lo_partkey       integer     NOT NULL REFERENCES part (p_partkey),
    lo_suppkey       integer     NOT NULL REFERENCES supplier (s_suppkey),
    lo_orderdate     integer     NOT NULL REFERENCES dim_date (d_datekey),
    lo_orderpriority varchar(15) NOT NULL,
    lo_shippriority  varchar(1)  NOT NULL,
    lo_quantity      smallint    NOT NULL CHECK (lo_quantity BETWEEN 1 AND 50),
    lo_extendedprice integer     NOT NULL CHECK (lo_extendedprice <= 5545000),
    lo_ordtotalprice integer     NOT NULL CHECK (lo_ordtotalprice <= 38800000),
    lo_discount      smallint    NOT NULL CHECK (lo_discount BETWEEN 0 AND 10),
    lo_revenue       integer     NOT NULL,
    lo_supplycost    integer     NOT NULL,
    lo_tax           smallint    NOT NULL CHECK (lo_tax BETWEEN 0 AND 8),
    lo_commitdate    integer     NOT NULL REFERENCES dim_date (d_datekey),
    lo_shipmode      varchar(10) NOT NULL,
    PRIMARY KEY (lo_orderkey, lo_linenumber)
);
