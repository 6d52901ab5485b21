// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_PIECES_HPP
#define SYNTH_DATABASE_POSTGRES_PIECES_HPP

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <synth/core/byte_buffer.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_copy.hpp>
#include <synth/database/row_source.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// Rows of a source on their way into a table of the server, which may be another one, with some of its
/// columns. The COPY ends every 128 MB: the server reports a bad row only there, and queues its checks of
/// foreign keys in memory until there.
class postgres_pieces {
public:
    postgres_pieces(postgres_connection& connection, const row_source& source, std::size_t table, bool binary,
                    table_shape into, std::string while_doing, bool frozen = false)
        : connection_(connection), source_(source), table_(table), into_(std::move(into)),
          while_doing_(std::move(while_doing)), form_(binary ? row_form::copy_binary : row_form::copy_text),
          frozen_(frozen) {}

    void put(std::string_view data) {
        if (data.empty()) {
            return;
        }
        if (!copy_) {
            copy_ = std::make_unique<postgres_copy>(connection_, into_, form_ == row_form::copy_binary,
                                                    while_doing_, frozen_);
            frame(*copy_, &row_source::begin);
        }
        copy_->put(data);
        sent_ += data.size();
        total_ += data.size();
        if (sent_ >= bytes_of_copy) {
            finish();
        }
    }

    void finish() {
        if (copy_) {
            frame(*copy_, &row_source::end);
            taken_ += copy_->finish();
            copy_.reset();
            sent_ = 0;
        }
    }

    [[nodiscard]] row_form form() const { return form_; }
    [[nodiscard]] std::uint64_t total() const { return total_; } ///< bytes
    /// Rows that the server took until `finish`: a trigger may leave some out.
    [[nodiscard]] std::uint64_t taken() const { return taken_; }

private:
    static constexpr std::uint64_t bytes_of_copy = 128ULL * 1024 * 1024;

    void frame(postgres_copy& copy, void (row_source::*part)(std::size_t, row_form, byte_buffer&) const) {
        byte_buffer out;
        (source_.*part)(table_, form_, out);
        copy.put(out.view());
    }

    postgres_connection& connection_;
    const row_source& source_;
    std::size_t table_;
    table_shape into_;
    std::string while_doing_;
    row_form form_;
    bool frozen_;
    std::unique_ptr<postgres_copy> copy_;
    std::uint64_t sent_ = 0;
    std::uint64_t total_ = 0;
    std::uint64_t taken_ = 0;
};

} // namespace synth

#endif
