export const odd = `
= 3h cw="Foraging, raw mushrooms, one slug" media=caps,forest likes=12 alt="Brown and cream mushroom caps, close together, seen from above.|Pale light between dark trunks." id=basket
Third basket of the week. The penny buns are early and enormous; the slug was on the underside and is now a free slug again.

#foraging #fungi #slowlife

= 1d id=oddmoss likes=25 boosts=2
What do you call the green that grows on the north side of everything, my patience included?

= 2d media=slug sensitive likes=6 alt="A slug, round and brown, going over the edge of a log."
The slug, for science.

= +27m re=ladybirds
@ines A tiny crocodile with a union card. I have seen one refuse an aphid on principle.

= 4d id=rule likes=88 boosts=31
Rule for beginners: if you have to ask whether it is edible, it is a photograph.

= +3h re=rule likes=10
@odd Second rule: the slug’s opinion does not count. Slugs eat things that would make a goat sit down.

= 6d likes=19
The forest was so quiet that I heard my thermos thinking.

= 8d poll="Dried|In butter|On toast|In the forest, where they were" ends=-5d votes=44,97,61,120 multiple likes=14
Chanterelles are best

= 9d media=spores likes=31 boosts=5 alt="Grey specks of spores on white paper."
Left a cap on paper overnight and it drew me this. No charge.

= 13d likes=22 boosts=3
Met a man with a whistle who whistles at mushrooms. He has more than I do. I am looking at whistles.

= +1h re=hedgehog
@ines Give them names now or they will choose their own.

= 21d cw="Ticks, how to take them off" likes=17 boosts=9
Straight up, slowly, no oil, no turning, no saint. Then write the date on the calendar and go on with your day.

= 27d likes=33 boosts=4
Found a boot in the bog, left foot. Last year I found the right. Somewhere there is a very patient person.

= 34d likes=15
Rain, rain, eleven boletes, rain.

= +6h re=kofidye likes=8
@kofi Try the orange webcaps for dye and never, never for soup. Write it on the jar. Write it on the loom.

= 49d likes=29 boosts=6 media=forest
Came for mushrooms, stayed for the light, was late for everything.

= 58d likes=21
Advice I was given at eight: walk as if you had lost a coin and did not mind.

= 72d pin likes=40 boosts=7
I walk slowly in woods and bring some of it home. Posts about fungi, with warnings where warnings belong. #introduction #fungi
`;
