-- The rules of TPC-H (clause 4.2.3) that go over columns and tables: each with the number of rows that break it.
SELECT rule, broken FROM (
    SELECT 'extended price' AS rule, count(*) AS broken FROM lineitem JOIN part ON p_partkey = l_partkey
        WHERE l_extendedprice <> l_quantity * p_retailprice
    UNION ALL SELECT 'retail price', count(*) FROM part
        WHERE p_retailprice <> (90000 + (p_partkey / 10) % 20001 + 100 * (p_partkey % 1000)) / 100.0
    UNION ALL SELECT 'dates', count(*) FROM lineitem JOIN orders ON o_orderkey = l_orderkey
        WHERE l_shipdate - o_orderdate NOT BETWEEN 1 AND 121 OR l_commitdate - o_orderdate NOT BETWEEN 30 AND 90
           OR l_receiptdate - l_shipdate NOT BETWEEN 1 AND 30
           OR o_orderdate NOT BETWEEN DATE '1992-01-01' AND DATE '1998-12-31' - 151
    UNION ALL SELECT 'return flag', count(*) FROM lineitem
        WHERE CASE WHEN l_receiptdate <= DATE '1995-06-17' THEN l_returnflag NOT IN ('R', 'A') ELSE l_returnflag <> 'N' END
    UNION ALL SELECT 'line status', count(*) FROM lineitem
        WHERE l_linestatus <> CASE WHEN l_shipdate > DATE '1995-06-17' THEN 'O' ELSE 'F' END
    UNION ALL SELECT 'order status and total', count(*) FROM (
        SELECT l_orderkey, round(sum(l_extendedprice * (1 + l_tax) * (1 - l_discount)), 2) AS total,
               CASE WHEN min(l_linestatus) = max(l_linestatus) THEN min(l_linestatus) ELSE 'P' END AS status, count(*) AS lines
        FROM lineitem GROUP BY l_orderkey) AS sums
        FULL JOIN orders ON o_orderkey = l_orderkey
        WHERE total IS DISTINCT FROM o_totalprice OR status IS DISTINCT FROM o_orderstatus OR lines NOT BETWEEN 1 AND 7
    UNION ALL SELECT 'line numbers', count(*) FROM (
        SELECT l_linenumber - row_number() OVER (PARTITION BY l_orderkey ORDER BY l_linenumber) AS gap FROM lineitem) AS gaps
        WHERE gap <> 0
    UNION ALL SELECT 'customers without orders', count(*) FROM orders WHERE o_custkey % 3 = 0
    UNION ALL SELECT 'order keys', count(*) FROM orders WHERE o_orderkey % 32 > 7
    UNION ALL SELECT 'suppliers of a part', count(*) FROM (
        SELECT count(*) AS suppliers FROM part LEFT JOIN partsupp ON ps_partkey = p_partkey GROUP BY p_partkey) AS each
        WHERE suppliers <> 4
    UNION ALL SELECT 'phones', (SELECT count(*) FROM customer
        WHERE c_phone !~ ('^' || c_nationkey + 10 || '-[1-9][0-9]{2}-[1-9][0-9]{2}-[1-9][0-9]{3}$')) + (SELECT count(*) FROM supplier
        WHERE s_phone !~ ('^' || s_nationkey + 10 || '-[1-9][0-9]{2}-[1-9][0-9]{2}-[1-9][0-9]{3}$'))
    UNION ALL SELECT 'brands', count(*) FROM part WHERE substr(p_brand, 7, 1) <> substr(p_mfgr, 14, 1)
) AS rules WHERE broken <> 0;
