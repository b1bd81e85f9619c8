// libcurl for Swift: loaded when it is first asked for, and without variadic functions.
#ifndef HEARSAY_CURL_SHIM_H
#define HEARSAY_CURL_SHIM_H

#include <curl/curl.h>

/// Loads libcurl, once. NULL where it is there, else why it is not.
const char *hearsay_curl_load(void);

/// The version as 0xMMmmpp; zero before loading.
unsigned int hearsay_curl_version(void);

/// What curl_easy_init and its relatives give; only after loading.
CURL *hearsay_curl_easy(void);
void hearsay_curl_reset(CURL *easy);
void hearsay_curl_free(CURL *easy);
const char *hearsay_curl_message(CURLcode code);

CURLcode hearsay_curl_set_number(CURL *easy, CURLoption option, long value);
CURLcode hearsay_curl_set_text(CURL *easy, CURLoption option, const char *value);
CURLcode hearsay_curl_set_bytes(CURL *easy, const unsigned char *bytes, size_t count);
CURLcode hearsay_curl_set_list(CURL *easy, CURLoption option, struct curl_slist *list);

/// Receives bytes; returns how many it took.
typedef size_t (*hearsay_curl_receiver)(char *bytes, size_t size, size_t count, void *context);
CURLcode hearsay_curl_set_receivers(
    CURL *easy, hearsay_curl_receiver body, hearsay_curl_receiver header, void *context);

long hearsay_curl_status(CURL *easy);

struct curl_slist *hearsay_curl_append(struct curl_slist *list, const char *line);
void hearsay_curl_free_list(struct curl_slist *list);

CURLM *hearsay_curl_multi(void);
void hearsay_curl_multi_free(CURLM *multi);
CURLMcode hearsay_curl_multi_limit(CURLM *multi, long connections);
CURLMcode hearsay_curl_multi_add(CURLM *multi, CURL *easy);
CURLMcode hearsay_curl_multi_remove(CURLM *multi, CURL *easy);
/// Works, then waits for something to happen, at most so many milliseconds. Returns how many
/// transfers are still running, or -1.
int hearsay_curl_multi_work(CURLM *multi, int milliseconds);
/// The next finished transfer and its result, or NULL.
CURL *hearsay_curl_multi_next(CURLM *multi, CURLcode *result);

#endif
