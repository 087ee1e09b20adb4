document.cookie = "_pk_id.1.1fff=0a1b2c; path=/; max-age=33955200"
