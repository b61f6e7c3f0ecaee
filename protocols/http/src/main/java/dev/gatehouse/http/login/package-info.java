/// Login in HTTP's words: the `Authorization` header answers what [dev.gatehouse.gateway.Login] asks.
@NullMarked
package dev.gatehouse.http.login;

import org.jspecify.annotations.NullMarked;
