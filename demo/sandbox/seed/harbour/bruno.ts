export const bruno = `
= 40m id=milk poll="first, obviously|after, like a person|never, it is tea|milk? in this economy?" ends=3h votes=45,123,36,8 likes=22 boosts=5
Settle this before the second kettle boils. The milk goes in

= 4m re=log likes=31 id=logbruno
@noor Adding “considerable” to the coffee menu as a size.

= 7h re=inspection id=inspectionbruno
@mirela does the supervisor accept croissants as a bribe?

= +7h re=keys id=keysbruno likes=8
@noor How many keys are we talking about, and has anybody tried the twelfth door?

= 1.4d likes=64 boosts=10
A man ordered “whatever is not loud”. We gave him the corner table and a small black coffee. He left a tip and a bookmark.

= 2d media=coffee likes=33
Sorting by hand this morning, because the machine is sulking and because I like the sound.

= 3d likes=26 boosts=3
Two regulars who have ignored each other for six years found out today that they are doing the same crossword. I had to sit down.

= +1h re=rule
@odd We have that rule for the back shelf of the fridge.

= 5.5d cw="Coffee snobbery, mild" likes=41
It is not “notes of stone fruit”. It is a plum. You may say plum. This is a safe house.

= 8d likes=19
Closed early because of the storm; five people stayed because of the storm. We played cards by the light of the pastry case.

= 11d poll="Window|Corner|Bar|Outside, always, even now" ends=-9d votes=70,131,22,64 likes=12
Where do you sit?

= +2h re=pluckwren
@wren You can hear my milk steamer at 0:41. I am on an album!

= 20d likes=52 boosts=9
The school next door had its bake sale in here. I have eaten eleven things with sprinkles and been told about every horse in the county.

= 29d likes=35 boosts=4 media=cups alt="Six cups on a shelf, no two of a height."
Retired the chipped one after fourteen years. It holds pencils now. It seems relieved.

= +5h re=layladoor
@layla Whoever it was: their coffee is on us, whenever they come back for the book.

= 51d likes=22 vis=unlisted
Trying a decaf. Do not tell the espresso.

= 68d pin likes=47 boosts=6
I make coffee slowly at the harbour’s edge. Opinions about milk, none about you. #introduction #coffee
`;
