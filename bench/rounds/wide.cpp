// SPDX-License-Identifier: BSL-1.0
// Prints the rows a second of one round: the `wide` row of Bloviate's benchmarks as text to /dev/null on one
// thread.
//   round_wide [letters] [show]   with random letters as its texts
#include "../wide.hpp"

#include <cstdint>
#include <cstdio>
#include <string_view>

#include "../measure.hpp"

namespace {

template<typename Row>
void run(std::uint64_t rows, bool show) {
    const synth::dataset<synth::schema<Row>> data{synth::count<Row>{rows}};
    bench::output output{show ? "/dev/stdout" : "/dev/null"};
    const double time = bench::seconds([&] {
        synth::write_table<Row>(data, synth::copy_text_format{}, {},
                                [&](std::string_view block) { output.write(block); });
    });
    if (!show) {
        std::printf("%.0f\n", static_cast<double>(rows) / time);
    }
}

} // namespace

int main(int argc, char** argv) {
    const bool letters = argc > 1 && argv[1] == std::string_view{"letters"};
    const bool show = argc > (letters ? 2 : 1); // a look at some rows
    if (letters) {
        run<bench::wide_letters>(show ? 5 : 1'000'000, show);
    } else {
        run<bench::wide>(show ? 5 : 4'000'000, show);
    }
}
