// SPDX-License-Identifier: BSL-1.0
// Prints the rows a second of one round: {name, email, city, integer, date} as text to /dev/null on one
// thread.
#include "../person.hpp"

#include <cstdint>
#include <cstdio>
#include <string_view>

#include "../measure.hpp"

int main(int argc, char**) {
    const bool show = argc > 1; // a look at some rows
    const std::uint64_t rows = show ? 10 : 10'000'000;
    const synth::dataset<synth::schema<bench::person>> data{synth::count<bench::person>{rows}};
    bench::output output{show ? "/dev/stdout" : "/dev/null"};
    const double time = bench::seconds([&] {
        synth::write_table<bench::person>(data, synth::copy_text_format{}, {},
                                          [&](std::string_view block) { output.write(block); });
    });
    if (!show) {
        std::printf("%.0f\n", static_cast<double>(rows) / time);
    }
}
