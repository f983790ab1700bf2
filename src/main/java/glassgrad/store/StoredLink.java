package glassgrad.store;

import org.jspecify.annotations.Nullable;

/**
 * A link as it is kept. Nothing of it ever changes but that it may be deleted, and nothing in it says who made it.
 *
 * @param id what the address calls it
 * @param content the moment, with every setting written out; null once it is deleted
 * @param engine the version of the engine that computed the numbers
 * @param numbers the digest of the numbers of that moment; null once it is deleted
 * @param made the day, as in 2026-11-25
 * @param deleteCode the SHA-256 of what deletes it, in hexadecimal digits
 * @param deleted the day; null while it is there
 */
public record StoredLink(
        String id,
        @Nullable String content,
        String engine,
        @Nullable String numbers,
        String made,
        String deleteCode,
        @Nullable String deleted) {}
