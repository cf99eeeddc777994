export const desmond = `
= 35m id=returns likes=96 boosts=31
Annual list: what came back in the returns box that was not a book. One trowel, one birthday cake (whole), a key nobody has the door for, a letter to “the library, personally”.

https://library.example.net/returns

= +6m re=returns likes=12
@desmond The library has answered the letter, personally.

= 5h likes=48 boosts=6
A boy asked for “a book with no moral”. We looked for an hour and had a very good time.

= 1d id=overdue likes=203 boosts=60
A novel came back today, borrowed 1987. The fine would have bought a small car. We charged a promise to recommend it to somebody.

= 1.6d cw="Library budget, dull but important" likes=37 boosts=22
The council votes on Thursday. If you use the reading room, come and sit in the gallery with a book open. That is all. It works better than shouting.

= 2d likes=29
Shelf-reading: the art of walking slowly past four thousand spines until one of them coughs.

= 3d media=books likes=31 boosts=3 alt="A shelf of old books; one is missing, and its neighbours lean in."
Someone has it. I hope they are at the good part.

= 4d poll="Fold the corner|Any paper|A real bookmark|I remember, mostly" ends=2d votes=31,188,90,77 likes=14 id=bookmarkpoll
How do you keep your place?

= 6d likes=55 boosts=9
The quietest person in the library is always the radiator engineer.

= 8d id=desk likes=27
New sign at the desk: “Ask. We have been hoping you would.”

= 10d likes=41 boosts=7
Two sisters, seven and nine, joined today and asked whether the card works in other countries. I said it works in other centuries.

= 13d likes=24 media=snow
Snow on the book bus. It ran anyway, with the engine off, in the sense that we pushed.

= 16d likes=33 boosts=4
Somebody has been putting pressed flowers into the crime section. No suspects. Several admirers.

= 19d likes=19 vis=unlisted
Reorganised the poetry. It reorganised itself back.

= 23d likes=62 boosts=14
If you think you have read everything by an author, ask a librarian. We have been keeping one back for you.

= 28d likes=36
The most borrowed book in this building is the bus timetable.

= 34d likes=28 boosts=3
Found in a cookery book: a note saying “not this one”. Found on the next page: “told you”.

= 41d likes=45 boosts=8
Read aloud to eleven children and one dog. The dog asked the best question, at the end, with his whole face.

= 52d likes=21
The stamp has been replaced by a beep. I have kept the stamp. I am not made of stone.

= 66d vis=private
For followers: I have been offered the bigger library in the valley. I have not answered. I went up to the stacks and sat there for a while.

= 84d pin likes=71 boosts=12
Librarian in a hill town. I write about what people borrow and what they bring back: https://library.example.net/returns #introduction #libraries
`;
