// rejects: synth: binary rows must not have a sql_value or a composite, which are texts; write them with synth::copy_text_format
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/core/byte_buffer.hpp>
#include <synth/dataset/dataset.hpp>
#include <synth/sink/copy_binary.hpp>
#include <synth/sink/copy_text.hpp>
#include <synth/sink/write_rows.hpp>

struct place {
    std::int64_t id{};
    synth::sql_value<"point"> at{};
};

#if SYNTH_REJECT
using row_format = synth::copy_binary_format;
#else
using row_format = synth::copy_text_format;
#endif

int main() {
    const synth::dataset<synth::schema<place>> data;
    synth::byte_buffer rows;
    synth::write_rows<place>(data, row_format{}, 0, 1, rows);
    return rows.size() == 1 ? 0 : 1;
}
