-- The Yahoo! Cloud Serving Benchmark (Cooper et al. 2010): a text key of the form user..., ten opaque fields.
CREATE TABLE usertable (
    ycsb_key varchar(255) PRIMARY KEY CHECK (ycsb_key LIKE 'user%'),
    field0   text,
    field1   text,
    field2   text,
    field3   text,
    field4   text,
    field5   text,
    field6   text,
    field7   text,
    field8   text,
    field9   text
);
