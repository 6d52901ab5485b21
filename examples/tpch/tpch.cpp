// TPC-H: `tpch gen --scale 10 --table lineitem | ...`, and `tpch gen --scale 1 -o folder`, `tpch load`, `tpch
// verify`, `tpch explain` (docs/program.md).
#include "tpch.hpp"

#include <cstdint>

#include <synth/program/program.hpp>

int main(int argc, char** argv) {
    return synth::program<tpch::schema>(argc, argv,
                                        [](const synth::catalog_table& table, synth::exact_number factor) {
                                            std::uint64_t divisor = 1;
                                            for (unsigned place = 0; place < factor.places; ++place) {
                                                divisor *= 10;
                                            }
                                            return tpch::rows_at_scale(table.name, factor.units, divisor);
                                        });
}
