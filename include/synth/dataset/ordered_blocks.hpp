// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_ORDERED_BLOCKS_HPP
#define SYNTH_DATASET_ORDERED_BLOCKS_HPP

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include <synth/core/byte_buffer.hpp>

namespace synth {

namespace detail {

// Lets threads hand over their blocks one after the other, in the order of the blocks.
class turns {
public:
    // Waits for the turn of a block; false when another thread has failed.
    bool wait_for(std::uint64_t block) {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return failed_ || turn_ == block; });
        return !failed_;
    }

    void pass_on() {
        {
            const std::lock_guard lock{mutex_};
            ++turn_;
        }
        changed_.notify_all();
    }

    void fail(std::exception_ptr error) {
        {
            const std::lock_guard lock{mutex_};
            if (!failed_) {
                failed_ = true;
                error_ = std::move(error);
            }
        }
        changed_.notify_all();
    }

    [[nodiscard]] bool failed() {
        const std::lock_guard lock{mutex_};
        return failed_;
    }

    void rethrow() const {
        if (error_) {
            std::rethrow_exception(error_);
        }
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::uint64_t turn_ = 0;
    bool failed_ = false;
    std::exception_ptr error_;
};

} // namespace detail

/// Makes the rows [first, last) in blocks on several threads and hands the bytes on in order, as one thread
/// would: `make(begin, end, buffer)` appends the bytes of some rows and is called by all threads,
/// `emit(bytes, end)` by one at a time. Each thread has one buffer, which it reuses. The first exception of
/// either ends the work and is thrown here.
template<typename Make, typename Emit>
void write_ordered_blocks(std::uint64_t first, std::uint64_t last, std::uint64_t block_rows, unsigned threads,
                          const Make& make, Emit&& emit) {
    const std::uint64_t blocks = (last - first) / block_rows + ((last - first) % block_rows == 0 ? 0 : 1);
    const auto begin_of = [&](std::uint64_t block) { return first + block * block_rows; };
    const auto end_of = [&](std::uint64_t block) {
        return begin_of(block) + std::min(block_rows, last - begin_of(block));
    };
    const auto workers = static_cast<std::size_t>(std::min<std::uint64_t>(std::max(threads, 1U), blocks));
    if (workers <= 1) {
        byte_buffer buffer;
        for (std::uint64_t block = 0; block < blocks; ++block) {
            buffer.clear();
            make(begin_of(block), end_of(block), buffer);
            emit(buffer.view(), end_of(block));
        }
        return;
    }
    std::atomic<std::uint64_t> next{0};
    detail::turns order;
    const auto work = [&] {
        try {
            byte_buffer buffer;
            for (std::uint64_t block = next++; block < blocks && !order.failed(); block = next++) {
                buffer.clear();
                make(begin_of(block), end_of(block), buffer);
                if (!order.wait_for(block)) {
                    return;
                }
                emit(buffer.view(), end_of(block));
                order.pass_on();
            }
        } catch (...) {
            order.fail(std::current_exception());
        }
    };
    std::vector<std::thread> pool;
    pool.reserve(workers - 1);
    try {
        for (std::size_t index = 1; index < workers; ++index) {
            pool.emplace_back(work);
        }
        // NOLINTNEXTLINE(bugprone-empty-catch): no more threads to be had; those that run do the work
    } catch (...) {
    }
    work();
    for (std::thread& thread : pool) {
        thread.join();
    }
    order.rethrow();
}

} // namespace synth

#endif
