#include "CurlShim.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

// The declarations above become types, so that a function of another shape does not compile.
#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt
static struct {
  __typeof__(curl_global_init) *global_init;
  __typeof__(curl_version_info) *version_info;
  __typeof__(curl_easy_init) *easy_init;
  __typeof__(curl_easy_reset) *easy_reset;
  __typeof__(curl_easy_cleanup) *easy_cleanup;
  __typeof__(curl_easy_strerror) *easy_strerror;
  __typeof__(curl_easy_setopt) *easy_setopt;
  __typeof__(curl_easy_getinfo) *easy_getinfo;
  __typeof__(curl_slist_append) *slist_append;
  __typeof__(curl_slist_free_all) *slist_free_all;
  __typeof__(curl_multi_init) *multi_init;
  __typeof__(curl_multi_cleanup) *multi_cleanup;
  __typeof__(curl_multi_setopt) *multi_setopt;
  __typeof__(curl_multi_add_handle) *multi_add_handle;
  __typeof__(curl_multi_remove_handle) *multi_remove_handle;
  __typeof__(curl_multi_perform) *multi_perform;
  __typeof__(curl_multi_poll) *multi_poll;
  __typeof__(curl_multi_info_read) *multi_info_read;
} curl;

static const char *failure = "not loaded";
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  static const char *const names[] = {
      "libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib", "/usr/lib/libcurl.4.dylib"};
  void *library = NULL;
  for (size_t i = 0; library == NULL && i < sizeof names / sizeof *names; i++) {
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  }
  if (library == NULL) {
    failure = "libcurl is not installed";
    return;
  }
#define FIND(name)                                          \
  if ((curl.name = dlsym(library, "curl_" #name)) == NULL) { \
    failure = "libcurl has no curl_" #name;                 \
    return;                                                 \
  }
  FIND(global_init)
  FIND(version_info)
  FIND(easy_init)
  FIND(easy_reset)
  FIND(easy_cleanup)
  FIND(easy_strerror)
  FIND(easy_setopt)
  FIND(easy_getinfo)
  FIND(slist_append)
  FIND(slist_free_all)
  FIND(multi_init)
  FIND(multi_cleanup)
  FIND(multi_setopt)
  FIND(multi_add_handle)
  FIND(multi_remove_handle)
  FIND(multi_perform)
  FIND(multi_poll)
  FIND(multi_info_read)
  failure = curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? NULL : "libcurl does not start";
}

const char *hearsay_curl_load(void) {
  pthread_once(&once, load);
  return failure;
}

unsigned int hearsay_curl_version(void) {
  return failure == NULL ? curl.version_info(CURLVERSION_NOW)->version_num : 0;
}

CURL *hearsay_curl_easy(void) { return curl.easy_init(); }
void hearsay_curl_reset(CURL *easy) { curl.easy_reset(easy); }
void hearsay_curl_free(CURL *easy) { curl.easy_cleanup(easy); }
const char *hearsay_curl_message(CURLcode code) { return curl.easy_strerror(code); }

CURLcode hearsay_curl_set_number(CURL *easy, CURLoption option, long value) {
  return curl.easy_setopt(easy, option, value);
}

CURLcode hearsay_curl_set_text(CURL *easy, CURLoption option, const char *value) {
  return curl.easy_setopt(easy, option, value);
}

CURLcode hearsay_curl_set_bytes(CURL *easy, const unsigned char *bytes, size_t count) {
  CURLcode code = curl.easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
  if (code != CURLE_OK) return code;
  return curl.easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, bytes);
}

CURLcode hearsay_curl_set_list(CURL *easy, CURLoption option, struct curl_slist *list) {
  return curl.easy_setopt(easy, option, list);
}

CURLcode hearsay_curl_set_receivers(
    CURL *easy, hearsay_curl_receiver body, hearsay_curl_receiver header, void *context) {
  curl.easy_setopt(easy, CURLOPT_WRITEFUNCTION, body);
  curl.easy_setopt(easy, CURLOPT_WRITEDATA, context);
  curl.easy_setopt(easy, CURLOPT_HEADERFUNCTION, header);
  curl.easy_setopt(easy, CURLOPT_HEADERDATA, context);
  return curl.easy_setopt(easy, CURLOPT_PRIVATE, context);
}

long hearsay_curl_status(CURL *easy) {
  long status = 0;
  curl.easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

struct curl_slist *hearsay_curl_append(struct curl_slist *list, const char *line) {
  return curl.slist_append(list, line);
}

void hearsay_curl_free_list(struct curl_slist *list) { curl.slist_free_all(list); }

CURLM *hearsay_curl_multi(void) { return curl.multi_init(); }
void hearsay_curl_multi_free(CURLM *multi) { curl.multi_cleanup(multi); }

CURLMcode hearsay_curl_multi_limit(CURLM *multi, long connections) {
  CURLMcode code = curl.multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, connections);
  return code == CURLM_OK ? curl.multi_setopt(multi, CURLMOPT_MAXCONNECTS, connections) : code;
}

CURLMcode hearsay_curl_multi_add(CURLM *multi, CURL *easy) {
  return curl.multi_add_handle(multi, easy);
}

CURLMcode hearsay_curl_multi_remove(CURLM *multi, CURL *easy) {
  return curl.multi_remove_handle(multi, easy);
}

int hearsay_curl_multi_work(CURLM *multi, int milliseconds) {
  int running = 0;
  if (curl.multi_perform(multi, &running) != CURLM_OK) return -1;
  if (running > 0 && curl.multi_poll(multi, NULL, 0, milliseconds, NULL) != CURLM_OK) return -1;
  return running;
}

CURL *hearsay_curl_multi_next(CURLM *multi, CURLcode *result) {
  int left = 0;
  CURLMsg *message;
  while ((message = curl.multi_info_read(multi, &left)) != NULL) {
    if (message->msg == CURLMSG_DONE) {
      *result = message->data.result;
      return message->easy_handle;
    }
  }
  return NULL;
}
