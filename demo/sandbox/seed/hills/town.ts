/** Those who write less; each script as in a file of its own. */

export const ama = `
= 22m id=brakes likes=41 boosts=7
“It only squeaks when I stop.” That is the brake telling you it has read the manual and you have not.

= 6h media=bridge likes=19 alt="The old bridge in mist, hills behind it."
Test ride, two hundred metres, fog included.

= +2h re=overdue likes=8
@desmond We have a wheel here since 1994. He calls every spring to say he is nearly ready.

= 2d id=patch likes=77 boosts=15
Eleven patches on one inner tube. I put on the twelfth and we both stood there for a moment, out of respect.

= 4d poll="Bell|Polite cough|Sing|Just wait" ends=-1d votes=120,66,41,93 likes=17
How do you pass people on the towpath?

= 7d likes=30
A girl of six brought in her brother’s tricycle and asked for “more”. I gave it streamers.

= 12d cw="Theft, it came back" likes=52 boosts=9
The cargo bike was taken on Monday and back on Tuesday with a full tank of apples. I do not ask.

= 20d likes=26 boosts=3
Chains want oil the way gossip does: little, often, and wiped off after.

= 61d pin likes=39 boosts=6
Mends bicycles by the bridge. Squeaks diagnosed by ear, for free, also from afar. #introduction #bicycles
`;

export const giulia = `
= 50m lang=it likes=33 boosts=4 id=forno
Il pane di oggi è venuto storto. L’ho messo in vetrina lo stesso: è finito per primo.

= 1d lang=it media=bread likes=48 boosts=6 alt="Un pane con quattro tagli, dietro una bottiglia di latte."
La signora del terzo piano ne compra metà ogni giorno. Oggi ha comprato l’altra metà di ieri.

= 2d likes=29
Flour from the mill by the ford this week. It smells of wet stone and behaves like a teenager.

= 4d lang=it poll="Con le olive|Con le noci|Senza niente, grazie" ends=-2d votes=71,96,154 likes=11
La focaccia del sabato

= 7d lang=it likes=22
Ho sognato la ricetta di mia nonna. Mi sono svegliata prima del sale.

= 15d lang=it likes=37 boosts=5
Alle quattro del mattino siamo in tre a esistere: io, il forno e il gatto del vicino.

= 58d pin lang=it likes=31 boosts=4
Faccio il pane in un paese in salita. #presentazione #pane
`;

export const piotr = `
= 2h id=load likes=88 boosts=27
What a bridge carries when nobody is on it: itself, the wind, the memory of the bus.

https://bridges.example.com/load

= +25m re=load
@piotr The drawing in there that looks like lace is the 1931 footbridge. It *is* lace. Somebody’s wife drew it.

= 1d media=bridge likes=24 alt="The bridge in mist, on four legs."
Inspection day. I knocked on all forty-four stones and all forty-four said “come in”.

= 3d re=bookmarkpoll
@desmond A bolt washer. M8. It has been through three novels and a collapse.

= 5d likes=31 boosts=4
Rivets were put in hot and have been holding hands ever since.

= +1d quote=patch likes=20
Structural engineering, in one tube.

= 14d likes=26
People ask whether I trust bridges. I trust rust. It is honest about time.

= 30d media=count likes=18 alt="Five bars, drawn by hand, each lower than the one before."
Traffic on the old bridge, by year. The last bar is mostly ducks.

= 70d pin likes=33 boosts=5
Looks after bridges. Knocks on stones, listens. #introduction #bridges
`;

export const mei = `
= 1h lang=zh likes=52 boosts=7 id=cha
今早第一泡茶送给了窗外的雨，第二泡才是我的。

= 1d lang=zh likes=34 boosts=3
练字：一整页“山”。写到最后一个，山才站稳。

= 3d lang=zh media=tide likes=29 alt="几层灰绿色的山影，像没有干的墨。"
墨没有干的时候，最像这里的早晨。

= 6d lang=zh poll="绿茶|红茶|乌龙|白开水" ends=1d votes=66,41,98,30 likes=9
下雨天喝什么？

= 11d lang=en likes=27
A guest asked how long the tea should stand. Until you have stopped asking, I said, and then felt terribly old.

= 21d lang=zh likes=25 boosts=2
旧茶壶裂了一道缝。现在它记得每一个用过它的人。

= 64d pin lang=zh likes=38 boosts=5
在山上泡茶、写字，慢慢地。 #自我介绍 #茶
`;

export const yael = `
= 3h lang=he likes=44 boosts=5 id=choir
חזרה של המקהלה: חצי שעה על תו אחד. בסוף הוא התחיל לשיר בעצמו.

#מקהלה #מוזיקה

= 1d lang=he likes=26
מישהו בשורה האחרונה שר תמיד קצת מאחור. בלעדיו היינו ממהרים.

= 4d lang=he poll="סופרן|אלט|טנור|בס" ends=-1d votes=40,61,22,35 likes=8
איפה אתם שרים?

= +10m re=hum lang=en
@teo You can have the humming, not the swearing. The swearing is in four parts and not ready.

= 13d lang=he cw="געגועים" likes=31 boosts=2
שרנו היום את השיר שאמא שלי הייתה שרה במטבח. לא ידעתי שיש לו בית שני.

= 56d pin lang=he likes=29 boosts=3
מנצחת על מקהלה קטנה בעיירה בהרים. #הקדמה #מקהלה
`;

export const sol = `
= 4h lang=es likes=39 boosts=5 id=lana media=wool alt="Tela de lana en rojo, ocre y verde oscuro."
Recién bajada del telar. Todavía huele a llama y a lluvia.

= 1d lang=es likes=21
Hoy la alpaca más joven descubrió su sombra y le escupió. Empate.

= 3d lang=es likes=33 boosts=4
En mi pueblo se dice que el camino corto es el que conoce tu abuela.

= 5d lang=es poll="Azul|Rojo|El color de la oveja" ends=-2d votes=48,52,133 likes=10
¿De qué color tiño la próxima madeja?

= +4h re=patch lang=en
@ama Twelve is where I start calling it embroidery.

= 17d lang=es likes=24 boosts=2
Contar ovejas no sirve para dormir si son tuyas.

= 60d pin lang=es likes=35 boosts=4
Hilo, tejo y discuto con alpacas. #presentación #lana
`;

export const freja = `
= 70m media=lake likes=66 boosts=8 alt="A lake, quite still, between pale shores. The towel is behind the camera." id=swim
3 °C, four minutes, one word, not printable. I feel marvellous.

= +14m re=swim
@freja Correction from the shore: two words.

= 2d likes=28
Rules of the lake: never alone, never after lunch, never to impress anybody called Anders.

= 5d cw="Cold water, how not to be silly" likes=45 boosts=19
Walk in, do not jump. Breathe out. Out again. Hat stays on. When it starts to feel warm, that is the lake lying to you: get out.

= 9d likes=31 boosts=3
The ice sang tonight. One long note, then a crack, then the same note further away, as if somebody had answered.

= 18d poll="Toes first|All at once|I hold the towels" ends=-15d votes=58,44,201 likes=12
How do you get in?

= 55d pin likes=27 boosts=3
Swims in what there is. Holds towels. #introduction #coldwater
`;

export const ottilie = `
= 90m lang=de likes=47 boosts=6 id=klavier
Das Klavier im Gemeindesaal ist jetzt so gestimmt, dass die Nachbarn freundlicher grüßen.

= 1d lang=de likes=23
In einem Flügel gefunden: drei Bleistifte, ein Zahn, eine Konzertkarte von 1962. Der Zahn passte niemandem.

= +70m re=choir lang=de
@yael Das eine Brummen auf dem a bin ich. Das Klavier hat mich angesteckt.

= 6d lang=de likes=34 boosts=4
Eine gute Stimmung hört man nicht. Man merkt nur, dass man bleiben möchte.

= 12d lang=de poll="Moll|Dur|Kommt auf das Wetter an" ends=-8d votes=59,41,140 likes=8
Montagmorgen klingt nach

= 26d lang=de likes=19
Kundin: „Es klingt ein bisschen nach Keller.“ Es stand im Keller. Ich konnte helfen, wir trugen es hinauf.

= 59d pin lang=de likes=25 boosts=3
Ich stimme Klaviere und höre den Häusern zu. #neuhier #Klavier
`;

export const teo = `
= 2.5h id=radio likes=38 boosts=6
Worked a station on a ferry tonight: weak, warm, and describing the sunset to anybody who had an aerial.

= +20m id=hum re=choir likes=5
@yael May I record the rehearsal? Only the humming.

= 3d likes=29 boosts=4
The ionosphere is a rumour that happens to be true at night.

= 6d likes=22 media=aurora alt="Green light over a dark ridge."
Band conditions: terrible. View: see picture.

= 10d cw="Numbers, only numbers" likes=17
7.030, 10.116, 14.060. Ring if you are lonely, bring your own key.

= 22d likes=31 boosts=3
My grandfather tapped so evenly that people set their clocks by his commas.

= 63d pin likes=24 boosts=3
Radio amateur. Listens more than he sends. #introduction #radio
`;

export const bao = `
= 45m id=game poll="Sheep for wood|Wood for sheep|Nothing, on principle" ends=5h votes=61,33,104 likes=19 multiple
It is your turn and everyone is looking. You trade

= 1d likes=36 boosts=5
We lost a die under the floor in March. Today the carpenter found eleven. Nobody here owns eleven dice.

= +5h re=bookmarkpoll
@desmond A meeple. It saves my seat as well.

= 8d likes=27
House rule: whoever explains the rules may not win. They never do anyway, they are hoarse.

= 16d media=stones likes=21 alt="Grey and pink pebbles, as many as a game needs."
Forgot the pieces, used the beach.

= 33d likes=24 boosts=3 vis=unlisted
I own four games that I have only ever read.

= 57d pin likes=22 boosts=2
Board games on Tuesdays, in the library’s back room, until @desmond coughs. #introduction #boardgames
`;
