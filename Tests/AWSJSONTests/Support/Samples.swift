/// A valid book with a value of nearly every kind, on one line so that byte offsets are easy to see.
let sampleBook = #"""
    {"Isbn":"097522980X","Title":"Caf\u00e9 \ud83d\ude00 \"q\"","Genre":"Sci-Fi","Published":"2024-02-29T12:00:00.5Z",\#
    "Available":true,"Copies":3,"Cover":"YmluYXJ5","Grid":[[1,2],[3]],"LastLoan":1398796238.25,"Loan":null,\#
    "Medium":{"Paper":{"Grammage":80}},"Prices":{"EUR":12.5,"USD":1e1},"Printed":"Tue, 29 Apr 2014 18:30:38 GMT",\#
    "Tags":["new","long"],"Views":9223372036854775807,"FirstChapter":{"Name":"1","Next":{"Name":"2"}},\#
    "Extra":{"a":[1.0,null,{"b":"\u0000"}]},"Unknown":{"x":[true,false,null,-0.5e-3]}}
    """#
