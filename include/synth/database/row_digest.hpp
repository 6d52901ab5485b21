// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_ROW_DIGEST_HPP
#define SYNTH_DATABASE_ROW_DIGEST_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <synth/database/row_hash.hpp>

namespace synth {

/// What is kept of a multiset of rows to compare it with another, in 1.5 MB whatever their number: in each of
/// many buckets the count of the rows and the sum of their hashes, which no order of the rows changes (Clarke
/// et al. 2003). Rows that differ are then looked for in the buckets that differ only.
///
/// A row's bucket comes from its key where it has one, so that a changed row stays in the bucket it was in.
class row_digest {
public:
    static constexpr std::size_t buckets = 65'536;

    struct bucket {
        row_hash sum;
        std::uint64_t rows{};

        friend bool operator==(const bucket&, const bucket&) = default;
    };

    /// The positions of the columns of a key ascend; none: rows have no key.
    explicit row_digest(std::span<const std::size_t> key) : key_(key), buckets_(buckets) {}

    void add(std::string_view line) {
        const row_hash hash = hash_row(line);
        bucket& place = buckets_[bucket_of(hash, key_hash(line))];
        place.sum.low += hash.low; // the sums run over, which is meant
        place.sum.high += hash.high;
        ++place.rows;
        ++rows_;
    }

    [[nodiscard]] std::uint64_t rows() const { return rows_; }
    [[nodiscard]] const bucket& operator[](std::size_t index) const { return buckets_[index]; }

    [[nodiscard]] std::uint64_t key_hash(std::string_view line) const {
        return key_.empty() ? 0 : hash_cells(line, key_);
    }
    [[nodiscard]] std::size_t bucket_of(const row_hash& row, std::uint64_t key) const {
        return static_cast<std::size_t>((key_.empty() ? row.low : key) % buckets);
    }
    [[nodiscard]] bool has_key() const { return !key_.empty(); }

    friend bool operator==(const row_digest& one, const row_digest& other) {
        return one.buckets_ == other.buckets_;
    }

private:
    std::span<const std::size_t> key_;
    std::vector<bucket> buckets_;
    std::uint64_t rows_ = 0;
};

} // namespace synth

#endif
