"""The closed lists of words that the ingest accepts and the pages offer."""

PLATFORMS = ("ios", "android", "web", "all")
BASES = ("gross", "net_of_store", "recognised", "cash", "run_rate", "none")
BOUNDS = ("exact", "approx", "at_least", "at_most")
QUALITIES = ("company", "secondary", "weak")

MONEY = (
    "USD CNY HKD EUR GBP JPY KRW TWD SGD INR AUD CAD CHF BRL MXN IDR THB MYR PHP VND TRY SEK"
    " NOK DKK PLN CZK HUF RON ZAR ILS NZD ISK RUB BGN"
    # The rest of ISO 4217: stores pay and charge in what a country uses.
    " AED AFN ALL AMD AOA ARS AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BSD BTN BWP BYN BZD CDF CLP"
    " COP CRC CUP CVE DJF DOP DZD EGP ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HNL HTG IQD IRR"
    " JMD JOD KES KGS KHR KMF KPW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP"
    " MRU MUR MVR MWK MZN NAD NGN NIO NPR OMR PAB PEN PGK PKR PYG QAR RSD RWF SAR SBD SCR SDG SHP"
    " SLE SOS SRD SSP STN SVC SYP SZL TJS TMT TND TOP TTD TZS UAH UGX UYU UZS VES VUV WST XAF XCD"
    " XOF XPF YER ZMW ZWG"
).split()
COUNTS = (
    "users downloads percent x rank elo calls videos images customers seconds minutes plays"
    " styles visits boolean iterations score ratings views"
).split()
UNITS = frozenset([*MONEY, *COUNTS, "CNY per USD", "traffic units"])

#: ISO 3166-1 alpha-2, XK as stores write Kosovo, and WW for the whole world (an aggregate, never
#: summed with countries).
COUNTRIES = frozenset(
    (
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO"
        " BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ"
        " DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP"
        " GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG"
        " KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML"
        " MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE"
        " PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL"
        " SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM"
        " US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW WW"
    ).split()
)
