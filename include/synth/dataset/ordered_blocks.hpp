// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_ORDERED_BLOCKS_HPP
#define SYNTH_DATASET_ORDERED_BLOCKS_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <vector>

#include <synth/core/byte_buffer.hpp>

#include <pthread.h>

namespace synth {

namespace detail {

// Deals blocks out to threads and lets them hand over their work one after the other, in the order of the
// blocks. POSIX threads as they are: <thread>, <mutex> and <condition_variable> would cost every file that
// includes synth a fifth of a second (docs/design/compile_time.md).
class turns {
public:
    turns() = default;
    turns(const turns&) = delete;
    turns& operator=(const turns&) = delete;
    ~turns() {
        pthread_cond_destroy(&changed_);
        pthread_mutex_destroy(&mutex_);
    }

    // The next block to make; none is left when another thread has failed.
    std::uint64_t next_block(std::uint64_t blocks) {
        const hold held{mutex_};
        return failed_ ? blocks : next_++;
    }

    // Waits for the turn of a block; false when another thread has failed.
    bool wait_for(std::uint64_t block) {
        const hold held{mutex_};
        while (!failed_ && turn_ != block) {
            pthread_cond_wait(&changed_, &mutex_);
        }
        return !failed_;
    }

    void pass_on() {
        const hold held{mutex_};
        ++turn_;
        pthread_cond_broadcast(&changed_);
    }

    void fail(const std::exception_ptr& error) {
        const hold held{mutex_};
        if (!failed_) {
            failed_ = true;
            error_ = error;
        }
        pthread_cond_broadcast(&changed_);
    }

    void rethrow() const {
        if (error_) {
            std::rethrow_exception(error_);
        }
    }

private:
    class hold {
    public:
        explicit hold(pthread_mutex_t& mutex) : mutex_(mutex) { pthread_mutex_lock(&mutex_); }
        hold(const hold&) = delete;
        hold& operator=(const hold&) = delete;
        ~hold() { pthread_mutex_unlock(&mutex_); }

    private:
        pthread_mutex_t& mutex_;
    };

    pthread_mutex_t mutex_ = PTHREAD_MUTEX_INITIALIZER;
    pthread_cond_t changed_ = PTHREAD_COND_INITIALIZER;
    std::uint64_t next_ = 0;
    std::uint64_t turn_ = 0;
    bool failed_ = false;
    std::exception_ptr error_;
};

// Runs `work` on up to `count` threads, this one among them; `work` throws nothing.
template<typename Work>
void run_on_threads(std::size_t count, const Work& work) {
    const auto start = [](void* argument) -> void* {
        (*static_cast<const Work*>(argument))();
        return nullptr;
    };
    std::vector<pthread_t> others(count - 1);
    std::size_t started = 0;
    // When no more threads are to be had, those that run do the work.
    while (started < others.size() &&
           pthread_create(&others[started], nullptr, start, const_cast<Work*>(&work)) == 0) {
        ++started;
    }
    work();
    for (std::size_t index = 0; index < started; ++index) {
        pthread_join(others[index], nullptr);
    }
}

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
    detail::turns order;
    detail::run_on_threads(workers, [&] {
        try {
            byte_buffer buffer;
            for (std::uint64_t block = order.next_block(blocks); block < blocks;
                 block = order.next_block(blocks)) {
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
    });
    order.rethrow();
}

} // namespace synth

#endif
